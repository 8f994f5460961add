import { createServer } from 'node:net'

/** The wanted port when nothing listens on it, otherwise one the system hands out. Loopback only. */
export async function freePort(wanted = 0): Promise<number> {
  return (await tryPort(wanted)) ?? (await tryPort(0)) ?? fail()
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    // Without a host, so that a listener on any address of this machine counts as taken.
    server.listen(port, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : null))
    })
  })
}

function fail(): never {
  throw new Error('This machine has no free port.')
}
