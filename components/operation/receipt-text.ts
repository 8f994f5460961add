import type { ActsNext, Confidence, OutcomeKind } from '#lib/ca/outcome.ts'
import type { OperationAbout } from '#lib/ca/operation.ts'
import type { Finding, Receipt } from '#lib/desk/receipt.ts'
import { speakTime, utcMs, utcText } from '#lib/time/speak-time.ts'
import { cityOf, isZone } from '#lib/time/zones.ts'

export const kindWords: Readonly<Record<OutcomeKind, string>> = {
  done: 'Done',
  'passed-on': 'Passed on',
  'nothing-done': 'Nothing done',
  refused: 'Refused',
  unrecognised: 'Unrecognised',
  'not-sent': 'Not sent',
  unknown: 'Unknown',
}

export const sureness: Readonly<Record<Confidence, string>> = {
  documented: 'from the CA’s own document',
  'second-hand': 'second-hand, not from the CA itself',
  inferred: 'our reading, not written anywhere by the CA',
}

export const findingWords: Readonly<Record<Finding, string>> = {
  'carried-out': 'it was carried out',
  'not-carried-out': 'it was not carried out',
  'cannot-tell': 'it cannot be told',
}

/** Some titles begin with the kind's word. Beside the mark, which says it, the rest is enough. */
export function titleOf({ kind, title }: { kind: OutcomeKind; title: string }): string {
  const rest = title.startsWith(`${kindWords[kind]}: `) ? title.slice(kindWords[kind].length + 2) : title
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** The kind and the title in one line. */
export function headlineOf(receipt: { kind: OutcomeKind; title: string }): string {
  return `${kindWords[receipt.kind]}: ${titleOf(receipt)}`
}

export function ticketInWords(id: string, system: string): string {
  return system === '' ? id : `${id} (${system})`
}

/** `The customer acts next.` */
export function actsNextInWords(who: ActsNext): string {
  if (who === 'you') return 'You act next'
  if (who === 'nobody') return 'Nobody has to act'
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${who === 'CA staff' ? 'act' : 'acts'} next`
}

/** The receipt as plain text, to be pasted into the ticket. It says no more than the receipt does. */
export function ticketText(receipt: Receipt, about: OperationAbout, zone = ''): string {
  const numbers = [
    receipt.code === null ? null : `errorCode ${receipt.code}`,
    receipt.status === null ? null : `status ${receipt.status}`,
  ].filter(Boolean)
  const lines = [
    headlineOf(receipt),
    receipt.explanation,
    '',
    `Next: ${receipt.nextStep} (${actsNextInWords(receipt.actsNext)}.)`,
    '',
    `Operation: ${about.title}`,
    `Order: ${receipt.order} (${receipt.account.label})`,
    ...about.fields.flatMap(({ name, label }) => {
      const value = receipt.input[name]
      return value === undefined
        ? []
        : [`${label}: ${name === 'preferredTimeUTC' ? inZone(value, zone) : value}`]
    }),
    receipt.reason === null ? null : `Reason: ${receipt.reason}`,
    `Sent by: ${receipt.actor.name}, ${utcText(receipt.at)} UTC`,
    receipt.message === null ? null : `The CA’s words: ${receipt.message}`,
    numbers.length === 0 ? null : `The CA’s numbers: ${numbers.join(', ')}`,
    `Attempt: ${receipt.attempt}`,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

function inZone(utc: string, zone: string): string {
  const ms = utcMs(utc)
  if (ms === null || zone === 'UTC' || !isZone(zone)) return `${utc} UTC`
  return `${utc} UTC, in ${cityOf(zone)} ${speakTime(ms, zone).text}`
}
