import { codeAnchor, filterCodes } from '#components/codes/code-filter.ts'
import { everyCode } from '#components/codes/every-code.ts'
import type { CodeEntry } from '#lib/ca/codes.ts'
import type { Group, Option } from './option.ts'

const most = 5

/** The codes that the codes page would find, the first of them, and the page itself for all. */
export function codeGroup(text: string): Group {
  const search = text.trim()
  const found = search.length < 2 ? [] : filterCodes(everyCode(), search)
  // A line that leads to all of them must spare more lines than its own.
  const isLong = found.length > most + 1
  const options = (isLong ? found.slice(0, most) : found).map(codeOption)
  if (isLong) {
    options.push({
      id: 'code-all',
      icon: 'code',
      title: `All ${found.length} codes that match`,
      does: { is: 'go', href: `/codes?${new URLSearchParams({ q: search })}` },
    })
  }
  return { id: 'codes', heading: 'Codes', options }
}

function codeOption(entry: CodeEntry): Option {
  const anchor = anchorOf(entry)
  const numbers = [entry.code, entry.status === null ? null : `status ${entry.status}`]
  return {
    id: `code-${anchor}`,
    icon: 'code',
    kind: entry.row.kind,
    title: entry.row.title,
    detail: [...numbers.filter((number) => number !== null), entry.endpoint].join(' · '),
    does: { is: 'go', href: `/codes#${anchor}`, whole: true },
  }
}

/** As the codes page counts: within the endpoint, all of it. */
function anchorOf(entry: CodeEntry): string {
  const ofEndpoint = everyCode().filter(({ endpoint }) => endpoint === entry.endpoint)
  const isThis = (one: CodeEntry) =>
    one.row.title === entry.row.title &&
    one.code === entry.code &&
    one.status === entry.status &&
    one.operations === entry.operations &&
    one.documentedMessage === entry.documentedMessage
  return codeAnchor(entry, ofEndpoint.findIndex(isThis))
}
