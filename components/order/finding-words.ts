import type { Finding } from '#lib/desk/receipt.ts'

/** What a person found out about an unknown attempt, in the words in which they are asked. */
export const findingWords: Readonly<Record<Finding, string>> = {
  'carried-out': 'The CA did carry it out',
  'not-carried-out': 'The CA did not carry it out',
  'cannot-tell': 'It cannot be told any more',
}
