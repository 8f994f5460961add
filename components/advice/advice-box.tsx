'use client'

import { type RefObject, useEffect, useId, useRef, useState } from 'react'
import { type AdviceLanguage, adviceLanguages, langOf } from '#lib/advice/languages.ts'
import { CopyButton } from '#components/ui/copy-button.tsx'
import { Select } from '#components/ui/select.tsx'
import { useAdviceLanguage } from './use-advice-language.ts'

export interface AdviceBoxProps {
  /** Makes the text. The same function as long as the facts are the same. */
  readonly write: (language: AdviceLanguage) => Promise<string>
  /** The customer's language, as a callback language or a language tag, when it is known. */
  readonly language?: string
}

interface Written {
  readonly by: AdviceBoxProps['write']
  readonly language: AdviceLanguage
  /** Null when the texts could not be loaded. */
  readonly text: string | null
}

/** A text for the customer in their language, to be copied into the ticket. Inside a closed disclosure nothing is loaded. */
export function AdviceBox({ write, language: known }: AdviceBoxProps) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isSeen = useSeen(box)
  const [language, choose] = useAdviceLanguage(known)
  const [written, setWritten] = useState<Written | null>(null)
  useEffect(() => {
    if (!isSeen) return
    let isCurrent = true
    const show = (text: string | null) => isCurrent && setWritten({ by: write, language, text })
    write(language).then(show, () => show(null))
    return () => {
      isCurrent = false
    }
  }, [isSeen, write, language])
  const current = written?.by === write && written.language === language ? written : null

  return (
    <div ref={box} className="flex flex-col gap-2 rounded-md border bg-raised p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <label htmlFor={id} className="sr-only">
          Language of the text
        </label>
        <Select
          id={id}
          value={language}
          onChange={(event) => choose(event.target.value)}
          className="w-56 max-w-full"
        >
          {adviceLanguages.map(({ value, lang, english, own }) => (
            <option key={value} value={value} lang={english === own ? undefined : lang}>
              {english === own ? english : `${english} – ${own}`}
            </option>
          ))}
        </Select>
        {current?.text && <CopyButton value={current.text} what="the text for the customer" />}
      </div>
      {current?.text === null ? (
        <output className="text-sm text-refused">
          The text could not be loaded. Choose another language, or reload the page.
        </output>
      ) : (
        <p
          lang={langOf(current?.language ?? language)}
          className="max-w-prose text-sm whitespace-pre-line wrap-anywhere text-ink"
        >
          {current?.text ?? <span lang="en">Writing…</span>}
        </p>
      )}
    </div>
  )
}

/** True from when the box is not, or no longer, inside a closed disclosure. */
function useSeen(box: RefObject<HTMLElement | null>): boolean {
  const [isSeen, setSeen] = useState(false)
  useEffect(() => {
    const details = box.current?.closest('details') ?? null
    const look = () => (details === null || details.open) && setSeen(true)
    look()
    details?.addEventListener('toggle', look)
    return () => details?.removeEventListener('toggle', look)
  }, [box])
  return isSeen
}
