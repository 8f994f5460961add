// Reads a request's body up to a limit. Never throws: a client that goes away is a result too.
import type { IncomingMessage } from 'node:http'

export const bodyLimit = 1024 * 1024

export type Body = { bytes: Buffer; tooLarge: boolean; aborted: boolean }

export const readBody = async (request: IncomingMessage, limit = bodyLimit): Promise<Body> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length
      // The rest is read and thrown away, so that the client reaches the answer instead of a broken pipe.
      if (size <= limit) chunks.push(chunk)
    }
  } catch {
    return { bytes: Buffer.concat(chunks), tooLarge: size > limit, aborted: true }
  }
  return { bytes: Buffer.concat(chunks), tooLarge: size > limit, aborted: false }
}
