import 'server-only'

const most = 64 * 1024

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413 | 415; detail: string }

/** A request's JSON, at most 64 KiB of it, whatever Content-Length says. */
export async function readJson(request: Request): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) {
    return { ok: false, status: 415, detail: 'Send the body as application/json.' }
  }
  const bytes = await readBytes(request)
  if (bytes === null) return { ok: false, status: 413, detail: 'The body is larger than 64 KiB.' }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { ok: true, value: JSON.parse(text) as unknown }
  } catch {
    return { ok: false, status: 400, detail: 'The body is not readable JSON in UTF-8.' }
  }
}

/** A request's form, at most 64 KiB of it: null when it is longer, an empty one when it is none. */
export async function readForm(request: Request): Promise<FormData | null> {
  const bytes = await readBytes(request)
  if (bytes === null) return null
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return new Response(bytes, { headers }).formData().catch(() => new FormData())
}

async function readBytes(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
