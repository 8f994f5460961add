import 'server-only'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'

/**
 * Encrypts a secret with a random key of its own, and that key with the vault key, both by AES-256-GCM:
 * `v2.key id.sealed key.nonce.text.tag`. It is bound to what it belongs to, such as an account's id, so that it opens in no other place.
 */
export function seal(plain: string, boundTo: string, key: Buffer = env().VAULT_KEY): string {
  const own = randomBytes(32)
  const text = encrypt(Buffer.from(plain, 'utf8'), own, boundTo)
  return ['v2', keyId(key), wrap(own, key), ...text].join('.')
}

/** Decrypts what `seal` made, and what releases before it made. Throws an error that says what to do when no key fits, or the text was changed. */
export function unseal(sealed: string, boundTo: string, keys: readonly Buffer[] = vaultKeys()): string {
  const key = keyFor(sealed, keys)
  const [version, , ...parts] = sealed.split('.')
  const [own, ...text] = version === 'v2' ? [unwrap(parts[0] ?? '', key), ...parts.slice(1)] : [key, ...parts]
  return decrypt(text, own, boundTo).toString('utf8')
}

/** The same secret under the first of these keys, or null when that seals it already. What is sealed in the present way is not opened for it. */
export function reseal(
  sealed: string,
  boundTo: string,
  keys: readonly Buffer[] = vaultKeys(),
): string | null {
  const [current] = keys
  if (current === undefined) throw new Error('There is no vault key.')
  const [version, id, wrapped = '', ...text] = sealed.split('.')
  if (version !== 'v2') return seal(unseal(sealed, boundTo, keys), boundTo, current)
  if (id === keyId(current)) return null
  const own = unwrap(wrapped, keyFor(sealed, keys))
  return ['v2', keyId(current), wrap(own, current), ...text].join('.')
}

/** The key that seals now, then those that still open. */
export function vaultKeys(): readonly Buffer[] {
  const { VAULT_KEY, VAULT_KEYS_RETIRED } = env()
  return [VAULT_KEY, ...VAULT_KEYS_RETIRED]
}

/** Names a key without telling anything about it. */
export function keyId(key: Buffer): string {
  return createHash('sha256').update('unstuck vault key id').update(key).digest('hex').slice(0, 8)
}

/** The name of the key that a sealed secret needs; null when it is none of ours. */
export function keyIdOf(sealed: string): string | null {
  return /^v[12]\.([0-9a-f]{8})\./.exec(sealed)?.[1] ?? null
}

const changed =
  'A sealed secret was changed in the database, or belongs in another place. Set the account’s password again.'

function keyFor(sealed: string, keys: readonly Buffer[]): Buffer {
  const [version, id, ...parts] = sealed.split('.')
  if (parts.length !== (version === 'v2' ? 4 : 3) || !/^v[12]$/.test(version ?? '')) throw new Error(changed)
  const key = keys.find((one) => keyId(one) === id)
  if (key !== undefined) return key
  const mine = keys.map((one) => keyId(one)).join(', ')
  throw new Error(
    `A secret was sealed with the vault key ${id}, but this server has the key ${mine}. ` +
      'Give this server that key, as VAULT_KEY or among VAULT_KEYS_RETIRED, or set the account’s password again.',
  )
}

/** A secret's own key is bound to this purpose alone: the secret's text is bound to its place. */
const wrapping = 'unstuck data key'

function wrap(own: Buffer, key: Buffer): string {
  const parts = encrypt(own, key, wrapping).map((part) => Buffer.from(part, 'base64url'))
  return Buffer.concat(parts).toString('base64url')
}

function unwrap(wrapped: string, key: Buffer): Buffer {
  const bytes = Buffer.from(wrapped, 'base64url')
  if (bytes.length !== 12 + 32 + 16) throw new Error(changed)
  const parts = [bytes.subarray(0, 12), bytes.subarray(12, 44), bytes.subarray(44)]
  return decrypt(
    parts.map((part) => part.toString('base64url')),
    key,
    wrapping,
  )
}

/** Nonce, text and tag, in base64url. */
function encrypt(plain: Buffer, key: Buffer, boundTo: string): string[] {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(boundTo))
  const text = Buffer.concat([cipher.update(plain), cipher.final()])
  return [nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))
}

function decrypt(parts: readonly string[], key: Buffer, boundTo: string): Buffer {
  const [nonce, text, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (nonce === undefined || text === undefined || tag === undefined) throw new Error(changed)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 })
    decipher.setAAD(Buffer.from(boundTo))
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(text), decipher.final()])
  } catch {
    throw new Error(changed)
  }
}
