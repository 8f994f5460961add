import { request } from 'undici'

/** Signs in as a browser without scripts does: fetches the form, fills it in, sends it. Answers with the cookie. */
export async function signIn(url: string, person: { email: string; password: string }): Promise<string> {
  const page = await request(`${url}/sign-in`)
  const html = await page.body.text()
  const form = new FormData()
  for (const [input] of html.matchAll(/<input type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    if (name !== undefined) form.append(name, unescape(/value="([^"]*)"/.exec(input)?.[1] ?? ''))
  }
  form.append('email', person.email)
  form.append('password', person.password)
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url },
    body: form,
  })
  const [cookie] = answer.headers.getSetCookie()
  await answer.arrayBuffer()
  if (cookie === undefined) throw new Error(`${person.email} could not sign in: ${answer.status}`)
  return cookie.split(';', 1)[0] ?? ''
}

const unescape = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
