import 'server-only'
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { env } from '#lib/env.ts'

/**
 * Encrypts an account's password with AES-256-GCM: `v1.key id.nonce.text.tag`. It is bound to the account's id, so that a sealed password
 * copied to another account's row does not open there.
 */
export function seal(plain: string, accountId: string, key: Buffer = env().VAULT_KEY): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(accountId))
  const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return [
    'v1',
    keyId(key),
    ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url')),
  ].join('.')
}

/** Decrypts what `seal` made. Throws an error that says what to do when the key is another, or the text was changed. */
export function unseal(sealed: string, accountId: string, key: Buffer = env().VAULT_KEY): string {
  const [version, id, nonce, text, tag] = sealed.split('.')
  if (version !== 'v1' || nonce === undefined || text === undefined || tag === undefined)
    throw new Error(changed)
  if (id !== keyId(key)) {
    throw new Error(
      `An account's password was sealed with the vault key ${id}, but this server has the key ${keyId(key)}. ` +
        'Give this server the VAULT_KEY of the server that sealed it, or set the account’s password again.',
    )
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'), {
      authTagLength: 16,
    })
    decipher.setAAD(Buffer.from(accountId))
    decipher.setAuthTag(Buffer.from(tag, 'base64url'))
    return Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  } catch {
    throw new Error(changed)
  }
}

const changed =
  'An account’s sealed password was changed in the database, or belongs to another account. Set the password again.'

/** Names a key without telling anything about it. */
function keyId(key: Buffer): string {
  return createHash('sha256').update('unstuck vault key id').update(key).digest('hex').slice(0, 8)
}
