import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod/mini'

const part = z.string().check(z.regex(/^[\w-]{1,20000}={0,2}$/))
const attachment = z.optional(z.enum(['cross-platform', 'platform']))
const credential = {
  id: part,
  rawId: part,
  type: z.literal('public-key'),
  authenticatorAttachment: attachment,
}

const signed = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: part,
    authenticatorData: part,
    signature: part,
    userHandle: z.optional(part),
  }),
})

const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: part,
    attestationObject: part,
    transports: z.optional(z.array(z.string().check(z.maxLength(40))).check(z.maxLength(20))),
  }),
})

/** What a browser's authenticator signed, as a form brought it; null when it is nothing of the kind. */
export function readSigned(text: string): AuthenticationResponseJSON | null {
  const read = signed.safeParse(parse(text))
  return read.success ? ({ ...read.data, clientExtensionResults: {} } as AuthenticationResponseJSON) : null
}

/** The passkey that a browser made, as a form brought it; null when it is nothing of the kind. */
export function readMade(text: string): RegistrationResponseJSON | null {
  const read = made.safeParse(parse(text))
  return read.success ? ({ ...read.data, clientExtensionResults: {} } as RegistrationResponseJSON) : null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The challenge that a new passkey was made for, as it says; whether it is one of ours and open, `addPasskey` asks. */
export function challengeOf({ response }: RegistrationResponseJSON): string {
  const said = parse(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8'))
  const challenge = typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : null
  return typeof challenge === 'string' ? challenge : ''
}
