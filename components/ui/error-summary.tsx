'use client'

import { type MouseEvent, useEffect, useId, useRef } from 'react'

export interface ErrorSummaryProps {
  readonly title?: string
  /** `field` is the id of the control at fault; without it the message stands alone. */
  readonly errors: readonly { readonly field?: string | null; readonly message: string }[]
  /** Said above the list, such as "Nothing was sent." */
  readonly lead?: string | null
}

/** Takes focus when it appears and whenever its errors change; each entry leads to its field. */
export function ErrorSummary({ title = 'There is a problem', errors, lead }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  const heading = useId()

  useEffect(() => {
    if (!box.current || errors.length === 0) return
    box.current.focus()
    const plain = document.title.replace(/^Error: /, '')
    document.title = `Error: ${plain}`
    return () => {
      document.title = document.title.replace(/^Error: /, '')
    }
  }, [errors])

  return (
    <div
      ref={box}
      role="alert"
      // Focus has it read out; the role alone would do so a second time.
      aria-live="off"
      tabIndex={-1}
      aria-labelledby={heading}
      className="rounded-lg border-2 border-refused bg-surface p-4"
    >
      <h2 id={heading} className="text-base font-semibold text-ink">
        {title}
      </h2>
      {lead && <p className="mt-1 text-sm text-muted">{lead}</p>}
      <ul className="mt-2 flex flex-col gap-1 text-sm">
        {errors.map((error) => (
          <li key={`${error.field}${error.message}`}>
            {error.field ? (
              <a
                href={`#${error.field}`}
                onClick={goToField}
                className="font-medium text-refused underline underline-offset-2"
              >
                {error.message}
              </a>
            ) : (
              <span className="font-medium text-refused">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The label is scrolled into view before the field takes focus, so that the question is not lost. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const id = event.currentTarget.hash.slice(1)
  const field = document.getElementById(id)
  if (!field) return
  event.preventDefault()
  const label = document.getElementById(`${id}-label`) ?? field
  label.scrollIntoView({ block: 'start' })
  const target = field.matches('input, select, textarea, button, [tabindex]')
    ? field
    : field.querySelector<HTMLElement>('input, select, textarea, button')
  target?.focus({ preventScroll: true })
}
