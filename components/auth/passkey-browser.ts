import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'

/** What came of asking the browser's authenticator; `json` goes into a form. */
export type Asked =
  { readonly ok: true; readonly json: string } | { readonly ok: false; readonly message: string }

const unsupported =
  'This browser cannot use passkeys here. They need an up-to-date browser and an address with https.'
const unanswered = 'No answer came. Check the connection, then try again.'

/** Has a passkey sign the question that `path` answers with. The library is loaded only now. */
export async function signWithPasskey(path: string): Promise<Asked> {
  return ask<PublicKeyCredentialRequestOptionsJSON>(path, undefined, async (options) => {
    const { startAuthentication } = await import('@simplewebauthn/browser')
    return startAuthentication({ optionsJSON: options })
  })
}

/** Has the browser make a passkey from what `path` answers with. */
export async function makePasskey(path: string, form?: FormData): Promise<Asked> {
  return ask<PublicKeyCredentialCreationOptionsJSON>(path, form, async (options) => {
    const { startRegistration } = await import('@simplewebauthn/browser')
    return startRegistration({ optionsJSON: options })
  })
}

async function ask<Options>(
  path: string,
  form: FormData | undefined,
  work: (options: Options) => Promise<object>,
): Promise<Asked> {
  if (!('PublicKeyCredential' in window)) return { ok: false, message: unsupported }
  const question = await questionOf<Options>(path, form)
  if ('message' in question) return { ok: false, message: question.message }
  try {
    return { ok: true, json: JSON.stringify(await work(question.options)) }
  } catch (error) {
    return { ok: false, message: wordsFor(error) }
  }
}

async function questionOf<Options>(
  path: string,
  form: FormData | undefined,
): Promise<{ readonly options: Options } | { readonly message: string }> {
  try {
    const response = await fetch(path, { method: 'POST', ...(form && { body: form }) })
    return (await response.json()) as { options: Options } | { message: string }
  } catch {
    return { message: unanswered }
  }
}

function wordsFor(error: unknown): string {
  const name = error instanceof Error ? error.name : ''
  if (name === 'InvalidStateError') return 'This device holds a passkey of yours for this desk already.'
  if (name === 'NotAllowedError' || name === 'AbortError')
    return 'No passkey was used: it was cancelled, took too long, or this device has none for this desk.'
  return name === 'SecurityError' ? unsupported : 'The browser could not use a passkey. Try again.'
}
