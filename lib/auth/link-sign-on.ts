import 'server-only'
import { clock } from '#lib/clock.ts'
import { appendEvent, type EventActor } from '#lib/store/events.ts'
import { findPersonByEmail } from '#lib/store/people.ts'
import { findPersonBySignOn, insertSignOnIdentity } from '#lib/store/sign-on-identities.ts'
import { asAdministrator } from './as-administrator.ts'
import { failed, type Changed } from './changed.ts'
import type { SignOnSettings } from './sign-on-claims.ts'
import { issuerOf } from './single-sign-on.ts'

/**
 * Lets a person who is here already come in by single sign-on. From their next sign-on their role is what the claim says. Errors are
 * fields: `email`, `subject`, `issuer`.
 */
export async function linkSignOn(
  settings: SignOnSettings | null,
  wanted: { email: string; subject: string },
  by: EventActor,
): Promise<Changed<{ issuer: string }>> {
  if (settings === null)
    return failed('issuer', 'OIDC_ISSUER is not set here, so there is no single sign-on.')
  const subject = wanted.subject.trim()
  if (subject === '' || subject.length > 255 || /\p{Cc}/u.test(subject))
    return failed('subject', 'Enter the subject (sub) by which the provider knows the person.')
  const issuer = await issuerOf(settings).catch(() => null)
  if (issuer === null) return failed('issuer', `${settings.issuer} cannot be reached.`)
  return asAdministrator(by, async (tx) => {
    const person = await findPersonByEmail(tx, wanted.email.trim().toLowerCase())
    if (person === null) return failed('email', 'There is no such person.')
    const taken = await findPersonBySignOn(tx, { issuer, subject })
    if (taken?.id === person.id) return failed('subject', 'This person is linked to that subject already.')
    if (taken !== null) return failed('subject', 'Another person is linked to that subject.')
    const at = clock.now()
    await insertSignOnIdentity(tx, { issuer, subject, personId: person.id, at })
    const body = { person: person.id, issuer }
    await appendEvent(tx, { at, kind: 'person.sign-on-linked', actor: by, body, personal: { subject } })
    return { ok: true, issuer }
  })
}
