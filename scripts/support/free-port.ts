import { createServer } from 'node:net'

/** The wanted port when nothing listens on it, otherwise one of the next, otherwise one the system hands out. */
export async function freePort(wanted = 0): Promise<number> {
  const candidates = wanted === 0 ? [] : Array.from({ length: 20 }, (_, next) => wanted + next)
  for (const candidate of [...candidates, 0]) {
    const port = await tryPort(candidate)
    if (port !== null) return port
  }
  throw new Error('This machine has no free port.')
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
