import { Notice } from '#components/ui/notice.tsx'

const names: Readonly<Record<string, string>> = {
  account: 'the account',
  ticket: 'the ticket',
  src: 'the ticket’s system',
  tz: 'the time zone',
  lang: 'the language',
  ext: 'the extension',
  template: 'the template',
  order: 'the order number',
  operation: 'the operation',
}

const reasons: Readonly<Record<string, (what: string, name: string) => string>> = {
  placeholder: (what) =>
    `The link’s template was not filled in for ${what}: a placeholder came instead of a value. Tell whoever keeps the ticket system.`,
  empty: (what) => `The link named ${what} but left it empty.`,
  repeated: (what) => `The link gave ${what} more than once, so none of them was used.`,
  'not-allowed': (_what, name) =>
    `The link carried “${name}”, which a link may not fill in. Enter it yourself, from a source you trust.`,
  invalid: (what) => `The link’s value for ${what} is not a possible one.`,
  unnamed: (what) =>
    `The link’s value for ${what} has no name in this account, so it was left out. Choose one by its name.`,
  'unknown-operation': () =>
    'The link asked for an operation that does not exist here. Choose one from the list.',
}

export interface LinkNoticesProps {
  /** The `ignored` parameter: a comma list of `name:reason`. */
  readonly ignored: string
}

/** Says in plain words what a deep link carried and this page did not use. */
export function LinkNotices({ ignored }: LinkNoticesProps) {
  const sentences = readIgnored(ignored)
  if (sentences.length === 0) return null
  return (
    <Notice tone="warn" word="From the link" title="something was left out">
      <ul className="flex list-disc flex-col gap-1 pl-4">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Notice>
  )
}

function readIgnored(ignored: string): readonly string[] {
  const sentences = ignored
    .slice(0, 600)
    .split(',')
    .map((entry) => {
      const [name = '', reason = ''] = entry.trim().split(':')
      const shown = name.replaceAll(/[^\w-]/g, '').slice(0, 40)
      const say = Object.hasOwn(reasons, reason) ? reasons[reason] : undefined
      const what = Object.hasOwn(names, name) ? names[name] : undefined
      return say?.(what ?? `“${shown}”`, shown)
    })
  return [...new Set(sentences.filter((sentence) => sentence !== undefined))]
}
