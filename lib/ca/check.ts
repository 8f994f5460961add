import { catalogue } from './catalogue.ts'
import { languageName } from './languages.ts'
import type { Input, InputField, OperationId } from './operation.ts'
import { saidOf } from './said.ts'

export interface CheckBeforeSend {
  /** One sentence: what will happen in the world. */
  readonly effect: string
  /** The address or number named in the input; null when the CA uses what it has on file. */
  readonly recipient: string | null
  readonly lines: readonly { readonly label: string; readonly value: string }[]
  /** What happens after the CA accepts it, and who acts next. */
  readonly afterwards: string
}

/** What a person reads before pressing send: effect, account, every value that will be sent, time in UTC, who acts next. */
export function checkBeforeSend(id: OperationId, input: Input, account: string): CheckBeforeSend {
  const about = catalogue[id]
  const lines = about.fields.flatMap(({ name, label }) => {
    const value = input[name]
    return value === undefined ? whenAbsent(name, label) : [{ label, value: spell(name, value) }]
  })
  return {
    effect: about.effect,
    recipient: saidOf(id, input).recipient ?? null,
    lines: [
      { label: 'Account', value: account },
      ...lines,
      { label: 'Acts next', value: about.actsNextWhenAccepted },
    ],
    afterwards: about.afterwards,
  }
}

function spell(name: InputField, value: string): string {
  if (name === 'preferredTimeUTC') return `${value} UTC`
  if (name === 'language') return `${languageName(value)} (${value})`
  return name === 'emailAddress' ? value.replaceAll(',', ', ') : value
}

/** Leaving a recipient out has a meaning of its own, which is worth a line. */
function whenAbsent(name: InputField, label: string): { label: string; value: string }[] {
  if (name === 'dcvEmailAddress') return [{ label, value: 'the last address used' }]
  return name === 'emailAddress' ? [{ label, value: 'every address in the certificate' }] : []
}
