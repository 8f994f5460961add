import { outcomeWords } from '#components/ui/outcome-mark.tsx'
import { languageName } from '#lib/ca/languages.ts'
import type { ActsNext, Confidence, OutcomeKind } from '#lib/ca/outcome.ts'
import type { InputField, OperationAbout } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { speakTime, utcMs, utcText } from '#lib/time/speak-time.ts'
import { cityOf, isZone } from '#lib/time/zones.ts'

export const sureness: Readonly<Record<Confidence, string>> = {
  documented: 'from the CA’s own document',
  'second-hand': 'second-hand, not from the CA itself',
  inferred: 'our reading, not written anywhere by the CA',
}

const doubts: Readonly<Record<Confidence, string | null>> = {
  documented: null,
  'second-hand': 'How we read this answer is second-hand, not from the CA itself.',
  inferred: 'How we read this answer is inferred, not documented by the CA.',
}

/** Said wherever an outcome is explained, so that a reading never looks like a fact. Null when the CA documents it. */
export function doubtOf(confidence: Confidence | null): string | null {
  return confidence === null ? null : doubts[confidence]
}

/** Some titles begin with the kind's word. Beside the mark, which says it, the rest is enough. */
export function titleOf({ kind, title }: { kind: OutcomeKind; title: string }): string {
  const rest = title.startsWith(`${outcomeWords[kind]}: `)
    ? title.slice(outcomeWords[kind].length + 2)
    : title
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** The kind and the title in one line. */
export function headlineOf(receipt: { kind: OutcomeKind; title: string }): string {
  return `${outcomeWords[receipt.kind]}: ${titleOf(receipt)}`
}

export function ticketInWords(id: string, system: string): string {
  return system === '' ? id : `${id} (${system})`
}

export type Templates = OrderView['templates']

/** `Renewals (7)`: the name that people know and the number that the CA gets. */
export function templateInWords(value: string, templates: Templates): string {
  const name = templates.find(({ id }) => String(id) === value)?.name
  return name === undefined ? `Template ${value}, which has no name here` : `${name} (${value})`
}

/** A value of the input as people read it. A call's time is left to the caller, who knows the zones. */
export function inputInWords(name: InputField, value: string, templates: Templates): string {
  if (name === 'language') return languageName(value)
  if (name === 'dcvTemplateID') return templateInWords(value, templates)
  return name === 'emailAddress' ? value.replaceAll(',', ', ') : value
}

/** `errorCode -4, status 2`, or null when the CA gave no number. */
export function numbersOf({ code, status }: Pick<Receipt, 'code' | 'status'>): string | null {
  const said = [code === null ? null : `errorCode ${code}`, status === null ? null : `status ${status}`]
  return said.filter(Boolean).join(', ') || null
}

/** `The customer acts next.` */
export function actsNextInWords(who: ActsNext): string {
  if (who === 'you') return 'You act next'
  if (who === 'nobody') return 'Nobody has to act'
  return `${who.charAt(0).toUpperCase()}${who.slice(1)} ${who === 'CA staff' ? 'act' : 'acts'} next`
}

/** The receipt as plain text, to be pasted into the ticket. It says no more than the receipt does. */
export function ticketText(
  receipt: Receipt,
  { about, templates, zone = '' }: { about: OperationAbout; templates: Templates; zone?: string },
): string {
  const numbers = numbersOf(receipt)
  const lines = [
    headlineOf(receipt),
    receipt.explanation,
    doubtOf(receipt.confidence),
    '',
    `Next: ${receipt.nextStep} (${actsNextInWords(receipt.actsNext)}.)`,
    '',
    `Operation: ${about.title}`,
    `Order: ${receipt.order} (${receipt.account.label})`,
    ...about.fields.flatMap(({ name, label }) => {
      const value = receipt.input[name]
      return value === undefined
        ? []
        : [
            `${label}: ${name === 'preferredTimeUTC' ? inZone(value, zone) : inputInWords(name, value, templates)}`,
          ]
    }),
    receipt.reason === null ? null : `Reason: ${receipt.reason}`,
    `Sent by: ${receipt.actor.name}, ${utcText(receipt.at)} UTC`,
    receipt.message === null ? null : `The CA’s words: ${receipt.message}`,
    numbers === null ? null : `The CA’s numbers: ${numbers}`,
    `Attempt: ${receipt.attempt}`,
  ]
  return lines.filter((line) => line !== null).join('\n')
}

function inZone(utc: string, zone: string): string {
  const ms = utcMs(utc)
  if (ms === null || zone === 'UTC' || !isZone(zone)) return `${utc} UTC`
  return `${utc} UTC, in ${cityOf(zone)} ${speakTime(ms, zone).text}`
}
