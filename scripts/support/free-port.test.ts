import { createServer } from 'node:net'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { freePort } from './free-port.ts'

it('a port that somebody listens on is passed over for another', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const taken = typeof address === 'object' && address !== null ? address.port : 0
  expect(await freePort(taken)).not.toBe(taken)
  server.close()
})
