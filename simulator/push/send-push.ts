// One HTTP request to a partner's address on this machine. Bytes go out as they are given; a redirect is an answer, not a way.
import { request } from 'node:http'
import type { PushFormat, SentPush } from '../order-state.ts'

export type Outcome = Pick<SentPush, 'answer' | 'error'>
export type Parcel = {
  url: string
  method: PushFormat
  content: string
  contentType: string
  timeoutMs: number
  signal: AbortSignal
}

const bodyLimit = 2000

export const sendPush = ({
  url,
  method,
  content,
  contentType,
  timeoutMs,
  signal,
}: Parcel): Promise<Outcome> =>
  new Promise((resolve) => {
    const { hostname, port, pathname, search } = new URL(url)
    const query = method === 'GET' ? `${search === '' ? '?' : `${search}&`}${content}` : search
    const body = Buffer.from(method === 'POST' ? content : '')
    const fail = (error: Error): void =>
      resolve({
        answer: null,
        error: error.name === 'TimeoutError' ? `No answer in ${timeoutMs} ms.` : error.message,
      })
    try {
      const sent = request({
        // Node wants an IPv6 address without the brackets of a URL.
        host: hostname.replace(/^\[(.*)\]$/, '$1'),
        port: port === '' ? 80 : Number(port),
        path: pathname + query,
        method,
        agent: false,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
        headers: method === 'POST' ? { 'content-type': contentType, 'content-length': body.length } : {},
      })
      sent.on('error', (error) => fail((error.cause as Error | undefined) ?? error))
      sent.on('response', (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => {
          text = (text + chunk).slice(0, bodyLimit)
        })
        response.on('error', fail)
        response.on('end', () =>
          resolve({ answer: { statusCode: response.statusCode ?? 0, bodyText: text } }),
        )
      })
      sent.end(body)
    } catch (error) {
      // A raw query with a blank in it, for example, cannot be put into a request line.
      fail(error as Error)
    }
  })
