import type { Input } from './operation.ts'
import type { Said } from './outcome.ts'

/** What outcome sentences may mention of an input: whom it names and when the call is. */
export function saidOf(input: Input): Said {
  const recipient =
    input.phoneNumber ?? addresses(input.emailAddress) ?? input.adminEmailAddress ?? input.dcvEmailAddress
  return {
    ...(recipient === undefined ? {} : { recipient }),
    ...(input.preferredTimeUTC === undefined ? {} : { when: `${input.preferredTimeUTC} UTC` }),
  }
}

/** Up to three addresses are named, more are counted: a sentence has to stay one. */
function addresses(list: string | undefined): string | undefined {
  const all = list?.split(',') ?? []
  if (all.length > 3) return `${all.length.toLocaleString('en')} chosen addresses`
  return all.length === 0 ? undefined : all.join(', ').replace(/, ([^,]*)$/, ' and $1')
}
