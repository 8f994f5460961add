// Reads an x-www-form-urlencoded body without ever throwing: broken percent-encoding and bytes that are no UTF-8 are marked, so
// that the endpoint can answer -2 (in a name) or -4 (in a value).

export type FormPair = { name: string; value: string; nameBroken: boolean; valueBroken: boolean }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decode = (text: string): { text: string; broken: boolean } => {
  const bytes: number[] = []
  let broken = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]
    if (character === '+') bytes.push(0x20)
    else if (character !== '%') bytes.push(text.charCodeAt(i))
    else if (/^[0-9a-f]{2}$/i.test(text.slice(i + 1, i + 3))) {
      bytes.push(Number.parseInt(text.slice(i + 1, i + 3), 16))
      i += 2
    } else {
      broken = true
      bytes.push(0x25)
    }
  }
  try {
    return { text: utf8.decode(Uint8Array.from(bytes)), broken }
  } catch {
    return { text: Buffer.from(bytes).toString('latin1'), broken: true }
  }
}

/** The pairs in the order they were sent. Empty pieces (`a=1&&b=2`) are passed over. */
export const readForm = (body: Uint8Array): FormPair[] => {
  const text = Buffer.from(body).toString('latin1')
  return text
    .split('&')
    .filter((piece) => piece !== '')
    .map((piece) => {
      const at = piece.indexOf('=')
      const name = decode(at < 0 ? piece : piece.slice(0, at))
      const value = decode(at < 0 ? '' : piece.slice(at + 1))
      return { name: name.text, value: value.text, nameBroken: name.broken, valueBroken: value.broken }
    })
}
