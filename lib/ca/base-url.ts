/** Where the CA's current documents place every endpoint. */
export const defaultBaseUrl = 'https://secure.trust-provider.com/products/'

export type CheckedBaseUrl =
  { readonly ok: true; readonly url: string } | { readonly ok: false; readonly message: string }

/**
 * Checks the base URL of an account: https (plain http for this machine alone), no user name or password, no query, and a slash at the
 * end, so that an endpoint's name can be put after it. Answers with the URL in its normal spelling, or a sentence.
 */
export function checkBaseUrl(text: string): CheckedBaseUrl {
  const url = URL.parse(text.trim())
  if (url === null) return refuse(`Enter a complete address, such as ${defaultBaseUrl}`)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return refuse('The address has to start with https://.')
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    return refuse('The address has to start with https://. Plain http is for this machine alone.')
  if (url.username !== '' || url.password !== '')
    return refuse('Leave the user name and password out of the address.')
  if (url.search !== '' || url.hash !== '' || /[?#]/.test(text))
    return refuse('The address must not have a “?” or “#” part.')
  if (!url.pathname.endsWith('/')) return refuse('The address has to end with a slash (/).')
  return { ok: true, url: url.href }
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

const refuse = (message: string): CheckedBaseUrl => ({ ok: false, message })
