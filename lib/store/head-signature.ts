import 'server-only'
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto'
import type { Head } from './events.ts'

/** A head with who vouches for it: Ed25519 over its number, hash and time. */
export interface SignedHead extends Head {
  /** When it was signed, as ISO 8601 in UTC. */
  readonly at: string
  /** Names the public key. */
  readonly key: string
  /** Base64. */
  readonly signature: string
}

/** A new pair of keys as PEM: the private one for the server that signs, the public one for whoever checks, elsewhere. */
export function makeSigningKey(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return {
    privateKey: String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    publicKey: String(publicKey.export({ type: 'spki', format: 'pem' })),
  }
}

/** Throws when the key is no Ed25519 private key in PEM. */
export function signHead(head: Head, privateKey: string, at: number): SignedHead {
  const key = createPrivateKey(privateKey)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('The key is no Ed25519 key.')
  const told = { seq: head.seq, hash: head.hash, at: new Date(at).toISOString() }
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' })
  const signature = sign(null, textOf(told), key).toString('base64')
  return { ...told, key: nameOf(publicKey), signature }
}

/** Whether the owner of this key signed this very head. Throws when the key is no public key in PEM. */
export function isSignedBy(head: SignedHead, publicKey: string): boolean {
  return verify(null, textOf(head), createPublicKey(publicKey), Buffer.from(head.signature, 'base64'))
}

const textOf = ({ seq, hash, at }: { seq: number; hash: string; at: string }) =>
  Buffer.from(`unstuck history head 1\n${seq}\n${hash}\n${at}\n`)

const nameOf = (publicKey: string | Buffer) =>
  createHash('sha256')
    .update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16)
