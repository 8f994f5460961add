// A page from anywhere else, open in a browser on this machine, must not drive the simulator: not by a request across origins
// (Origin), and not by a name of its own that points here (Host).
import type { IncomingMessage } from 'node:http'

/** A sentence when the request is refused. */
export const refuseStranger = ({ headers }: IncomingMessage): string | undefined => {
  const host = headers.host ?? ''
  if (!/^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(host)) {
    return 'The simulator is reached by a loopback name only.'
  }
  if (headers.origin !== undefined && headers.origin !== `http://${host}`) {
    return 'The simulator takes no requests from pages of other origins.'
  }
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return 'The simulator takes no requests from pages of other sites.'
  }
  return undefined
}
