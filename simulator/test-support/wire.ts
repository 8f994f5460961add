// A client for tests that speaks bytes: what is sent is exactly what is written here, and what comes back is not interpreted.
import { connect } from 'node:net'
import type { Simulator } from '../server.ts'

export type RawReply = {
  /** Everything received, as Latin-1 so that each character is a byte. */
  all: string
  head: string
  /** The body's bytes, as Latin-1. */
  body: string
  /** How the connection ended. */
  end: 'closed' | 'reset' | 'still-open'
}

export const exchange = (simulator: Simulator, bytes: string | Buffer, waitMs = 4000): Promise<RawReply> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ host: '127.0.0.1', port: Number(new URL(simulator.url).port) })
    const finish = (end: RawReply['end']): void => {
      clearTimeout(timer)
      socket.destroy()
      const all = Buffer.concat(chunks).toString('latin1')
      const at = all.indexOf('\r\n\r\n')
      resolve({ all, head: at < 0 ? '' : all.slice(0, at), body: at < 0 ? '' : all.slice(at + 4), end })
    }
    const timer = setTimeout(() => finish('still-open'), waitMs)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('end', () => finish('closed'))
    socket.on('error', () => finish('reset'))
    socket.write(bytes)
  })

export const requestBytes = (endpoint: string, body: string | Buffer, more = ''): Buffer => {
  const content = Buffer.isBuffer(body) ? body : Buffer.from(body, 'latin1')
  const head =
    `POST /products/${endpoint} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n` +
    `Content-Type: application/x-www-form-urlencoded\r\n${more}Content-Length: ${content.length}\r\n\r\n`
  return Buffer.concat([Buffer.from(head), content])
}

export const login = 'loginName=demo-eu&loginPassword=demo-eu-password'

/** Posts the login and the given rest; the reply's body. */
export const ask = async (simulator: Simulator, endpoint: string, rest: string, more = ''): Promise<string> =>
  (await exchange(simulator, requestBytes(endpoint, rest === '' ? login : `${login}&${rest}`, more))).body

/** URL-encoded refusal as the documents' sample writes it. */
export const refusal = (code: number, message: string): string =>
  `errorCode=${code}&errorMessage=${encodeURIComponent(message)
    .replaceAll('%20', '+')
    .replaceAll("'", '%27')
    .replaceAll('!', '%21')}`
export const missing = (name: string): string => refusal(-3, `The '${name}' argument is missing!`)
export const invalid = (name: string): string =>
  refusal(-4, `The value of the '${name}' argument is invalid!`)
