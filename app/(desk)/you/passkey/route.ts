import { readForm } from '#lib/api/read-body.ts'
import { beginOwnPasskey } from '#lib/auth/own-factors.ts'
import { checkName } from '#lib/auth/changed.ts'
import { clientAddress } from '#lib/auth/client-address.ts'
import { isSameOrigin } from '#lib/auth/same-origin.ts'
import { currentPerson } from '#lib/auth/session.ts'

export const dynamic = 'force-dynamic'

const headers = { 'cache-control': 'no-store' }
const answer = (message: string, status: number) => Response.json({ message }, { status, headers })

/** The question from which the person's browser makes another passkey. Fields: `proof`, and `name`, which is kept with the passkey later. A wrong proof is an answer like any other: `message`. */
export async function POST(request: Request) {
  if (!(await isSameOrigin())) return answer('Another page sent this.', 403)
  const person = await currentPerson()
  if (person === null) return answer('You are signed out. Sign in in another tab, then try again.', 401)
  const form = await readForm(request)
  if (form === null) return answer('The form is larger than 64 KiB.', 413)
  const problem = checkName(text(form, 'name').trim(), 60)
  if (problem !== null) return answer(problem, 200)
  const begun = await beginOwnPasskey({ proof: text(form, 'proof'), address: await clientAddress() }, person)
  if (!begun.ok) return answer(begun.errors[0]?.message ?? 'This cannot be done.', 200)
  return Response.json({ options: begun.options }, { headers })
}

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, 1000) : ''
}
