import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { createConnection, type AddressInfo, type Socket } from 'node:net'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { limitConnections } from './server-limits.ts'

describe('a client that sends slowly', () => {
  let server: Server
  const sockets: Socket[] = []
  beforeAll(() => limitConnections())
  afterEach(() => {
    for (const socket of sockets) socket.destroy()
    server.closeAllConnections()
    server.close()
  })

  async function open(): Promise<number> {
    // Node looks for late clients at this interval; its own, half a minute, is too long for a test.
    server = createServer({ connectionsCheckingInterval: 100 }, (_request, response) => response.end('ok'))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ok')
    return port
  }

  it('has 15 seconds for the head and 30 for the whole, from the first request on', async () => {
    await open()
    expect([server.headersTimeout, server.requestTimeout]).toEqual([15_000, 30_000])
  })

  it('is let go with a 408, while others are answered', async () => {
    const port = await open()
    Object.assign(server, { headersTimeout: 300, requestTimeout: 300 })
    const slow = createConnection(port, '127.0.0.1')
    sockets.push(slow)
    let heard = ''
    slow.on('data', (data) => (heard += data.toString('latin1')))
    slow.write('POST / HTTP/1.1\r\nHost: x\r\n')
    const closed = once(slow, 'close')
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ok')
    await closed
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ok')
  })
})
