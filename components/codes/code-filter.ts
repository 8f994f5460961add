import type { CodeEntry } from '#lib/ca/codes.ts'

/** Entries in which every word of the search occurs, in numbers, words or the CA's message. */
export function filterCodes(codes: readonly CodeEntry[], search: string): readonly CodeEntry[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return codes
  return codes.filter((entry) => {
    const numbers = new Set([entry.code, entry.status].filter((number) => number !== null).map(unsigned))
    const text = searchable(entry)
    return words.every((word) => (isNumber(word) ? numbers.has(unsigned(word)) : text.includes(word)))
  })
}

/** `-16`, `−16` and `16` are the same question. */
const isNumber = (word: string) => /^[-−]?\d+$/.test(word)
const unsigned = (number: number | string) => String(number).replace(/^[-−]/, '')

function searchable({ endpoint, row, documentedMessage }: CodeEntry): string {
  return [endpoint, row.kind, row.title, row.explanation, row.nextStep, row.actsNext, documentedMessage ?? '']
    .join(' ')
    .toLowerCase()
}

/** `ResendDCVEmail` and -16 become `resenddcvemail-code-16`, with the operation behind it when there is only one; entries without a number are counted. */
export function codeAnchor(entry: CodeEntry, index: number): string {
  const parts = [
    entry.code === null ? null : `code${entry.code}`,
    entry.status === null ? null : `status${entry.status}`,
    entry.code === null && entry.status === null ? `row${index}` : null,
    entry.operations.length === 1 ? entry.operations[0] : null,
  ]
  return [entry.endpoint.toLowerCase(), ...parts.filter((part) => part !== null)].join('-')
}
