import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface LoopbackCa {
  readonly baseUrl: string
  /** Calls so far. */
  calls(): number
  close(): void
}

export const caLogin = { loginName: 'bench', password: 'bench-password' }

const booked =
  'errorCode=0&status=1&description=' + encodeURIComponent('Successfully completed').replaceAll('%20', '+')

/**
 * The least that can pass for the CA: it reads the form to its end, wants an order and the password, and says that the call is booked.
 * The simulator keeps and searches everything it is sent, which after some ten thousand calls costs more than the program under test.
 */
export async function startLoopbackCa(): Promise<LoopbackCa> {
  let calls = 0
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    let body = ''
    request.setEncoding('latin1')
    request.on('data', (text: string) => (body += text))
    request.on('end', () => {
      calls += 1
      const isWhole = body.includes('&orderNumber=') && body.includes(`loginPassword=${caLogin.password}`)
      const text = isWhole ? booked : 'errorCode=-3&errorMessage=Argument+missing'
      response.writeHead(200, {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': text.length,
      })
      response.end(text)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}/products/`,
    calls: () => calls,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}
