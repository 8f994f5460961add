import { Disclosure } from '#components/ui/disclosure.tsx'

export interface DcvAnswerProps {
  readonly summary: string
  readonly texts: readonly { readonly title?: string; readonly text: string }[]
}

/** What the CA answered, word for word, for who opens it. */
export function DcvAnswer({ summary, texts }: DcvAnswerProps) {
  return (
    <Disclosure summary={summary}>
      {texts.map(({ title, text }) => (
        <figure key={`${title}${text}`} className="mt-2">
          {title && <figcaption className="text-xs text-faint">{title}</figcaption>}
          <pre
            // A box that scrolls has to be reachable with the keyboard.
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
            tabIndex={0}
            className="mt-1 max-h-48 overflow-auto rounded-md bg-sunken p-2.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap"
          >
            {text}
          </pre>
        </figure>
      ))}
    </Disclosure>
  )
}
