import { operationAbout } from '#lib/ca/catalogue.ts'
import { reportMeaning } from '#lib/ca/push/read-push.ts'
import type { LabelledEvent } from '#lib/store/activity.ts'

/** What happened, in the past tense, without the actor: "Callback booked", "Lifted the hold". */
export function eventWords(event: LabelledEvent): string {
  const body = JSON.parse(event.body) as Record<string, unknown>
  const operation =
    event.operation === null ? null : (operationAbout(event.operation)?.title ?? event.operation)
  switch (event.kind) {
    case 'attempt.intended':
      return `${operation}: about to send`
    case 'attempt.settled':
      return personalTitle(event) ?? `${operation}: ${outcomeWord(event.outcome_kind)}`
    case 'attempt.settled-late':
      return `Answered after it was resolved: ${personalTitle(event) ?? outcomeWord(event.outcome_kind)}`
    case 'attempt.swept':
      return `${operation}: no outcome was written down, so it is unknown`
    case 'attempt.resolved':
      return `Resolved an unknown attempt: ${findingWords[String(body['finding'])] ?? 'a finding was recorded'}`
    case 'hold.placed':
      return body['paused'] === true ? 'Paused the account’s sending' : (plainWords[event.kind] ?? event.kind)
    case 'push.received':
      return `Reported: ${reportMeaning(body as unknown as Parameters<typeof reportMeaning>[0]).title}`
    default:
      return plainWords[event.kind] ?? event.kind
  }
}

const findingWords: Readonly<Record<string, string>> = {
  'carried-out': 'it was carried out',
  'not-carried-out': 'it was not carried out',
  'cannot-tell': 'it cannot be told',
}

const plainWords: Readonly<Record<string, string>> = {
  'state.asked': 'Asked the CA for the order’s state',
  'state.read': 'Read the order’s state',
  'state.not-read': 'The order’s state could not be read',
  'dcv-list.asked': 'Asked the CA for the addresses for domain control',
  'dcv-list.read': 'Read the addresses for domain control',
  'dcv-list.not-read': 'The addresses for domain control could not be read',
  'account.restricted': 'Changed who may use the account',
  'hold.placed': 'Put the account on hold after a refused login',
  'hold.lifted': 'Lifted the hold',
  'person.added': 'Added a person',
  'person.disabled': 'Disabled a person',
  'person.role-set': 'Gave a person another role',
  'person.password-set': 'Set a person’s password',
  'person.signed-in': 'Signed in',
  'person.signed-out': 'Signed out',
  'person.sign-ins-failed': 'Sign-ins failed',
  'person.invited': 'Invited a person',
  'person.reset': 'Reset a person’s sign-in',
  'person.second-factors-removed': 'Removed a person’s second factors',
  'person.enabled': 'Enabled a person',
  'person.sessions-ended': 'Ended a person’s sessions',
  'person.second-factor-required': 'Changed whether a person needs a second factor',
  'person.totp-set': 'Set up an authenticator app',
  'person.totp-removed': 'Removed the authenticator app',
  'person.passkey-added': 'Added a passkey',
  'person.passkey-removed': 'Removed a passkey',
  'person.recovery-codes-renewed': 'Made new recovery codes',
  'person.password-changed': 'Changed their own password',
  'person.own-sessions-ended': 'Ended sessions of their own',
  'person.sign-on-linked': 'Linked a person to single sign-on',
  'person.second-factor-failed': 'Second factors failed',
  'rules.changed': 'Changed the rules',
  'approval.requested': 'Asked a second person to approve a contact change',
  'approval.approved': 'Approved a contact change',
  'approval.declined': 'Declined a contact change',
  'approval.withdrawn': 'Withdrew a contact change',
  'approval.expired': 'A contact change ran out without approval',
  'approval.reopened': 'An approved change could not be sent and waits again',
  'account.added': 'Added an account',
  'account.changed': 'Changed the account',
  'account.password-set': 'Set the account’s password',
  'account.push-address-set': 'Gave the account an address for the CA’s reports',
  'account.push-address-ended': 'Took the account’s address for the CA’s reports away',
  'template.named': 'Named a DCV template',
  'template.removed': 'Removed a DCV template’s name',
  'token.issued': 'Issued an API token',
  'token.revoked': 'Revoked an API token',
  'setting.changed': 'Changed the calling hours',
  'history.exported': 'Exported the history',
  'store.restored': 'Restored the database from a copy',
  'store.moved': 'Moved the database to PostgreSQL',
  'history.masked': 'Masked personal data of old events and attempts',
  'vault.rotated': 'Sealed all secrets with another vault key',
}

function personalTitle(event: LabelledEvent): string | null {
  const personal = event.personal === null ? null : (JSON.parse(event.personal) as { title?: unknown })
  return typeof personal?.title === 'string' ? personal.title : null
}

function outcomeWord(kind: string | null): string {
  return (kind ?? 'settled').replace('-', ' ')
}
