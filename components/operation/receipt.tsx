'use client'

import { useEffect, useRef } from 'react'
import { ReceiptAdvice } from '#components/advice/receipt-advice.tsx'
import { findingWords } from '#components/order/finding-words.ts'
import { cx } from '#components/ui/cx.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { OutcomeMark, outcomeWords } from '#components/ui/outcome-mark.tsx'
import { Card } from '#components/ui/section.tsx'
import { Time } from '#components/ui/time.tsx'
import type { OperationAbout } from '#lib/ca/operation.ts'
import type { Receipt } from '#lib/desk/receipt.ts'
import { ReceiptActions } from './receipt-actions.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'
import { grounds } from './receipt-look.ts'
import { ReceiptReply } from './receipt-reply.tsx'
import { actsNextInWords, doubtOf, headlineOf, type Templates, titleOf } from './receipt-text.ts'
import { useTitle } from './use-title.ts'

export interface ReceiptViewProps {
  readonly receipt: Receipt
  readonly about: OperationAbout
  /** True when it has just come and takes the form's place; false when the page was opened with it. */
  readonly isNew: boolean
  /** The customer's time zone, when it is known. */
  readonly zone?: string
  /** The account's named templates, so that one is told by its name. */
  readonly templates: Templates
}

/** What happened, in words, who acts next, and what is kept. Its heading takes focus, so it is read out once. */
export function ReceiptView({ receipt, about, isNew, zone, templates }: ReceiptViewProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (isNew) heading.current?.focus()
  }, [isNew])
  useTitle(headlineOf(receipt))
  const doubt = doubtOf(receipt.confidence)
  const reply = <ReceiptReply receipt={receipt} about={about} />

  return (
    <Card className="overflow-clip">
      <article aria-labelledby="receipt-title">
        <header className={cx('flex flex-col gap-1.5 border-b px-5 py-5 sm:px-6', grounds[receipt.kind])}>
          <OutcomeMark kind={receipt.kind} look="line" />
          <h2
            id="receipt-title"
            ref={heading}
            tabIndex={-1}
            className="text-xl font-semibold tracking-tight wrap-anywhere outline-none"
          >
            <span className="sr-only">{outcomeWords[receipt.kind]}: </span>
            {titleOf(receipt)}
          </h2>
          <p className="max-w-prose text-base text-ink">{receipt.explanation}</p>
          {doubt && (
            <>
              <p className="max-w-prose text-sm font-medium text-ink">{doubt}</p>
              {reply}
            </>
          )}
          {receipt.message && (
            <p className="max-w-prose text-sm text-muted">
              The CA’s own words: <q className="text-ink">{receipt.message}</q>
            </p>
          )}
        </header>
        <div className="flex flex-col gap-5 p-5 sm:p-6">
          {receipt.repeated && <Repeated at={receipt.at} />}
          {receipt.resolution && <Resolved resolution={receipt.resolution} />}
          <section aria-labelledby="receipt-next">
            <h3 id="receipt-next" className="text-sm font-semibold">
              What happens next
            </h3>
            <p className="mt-1 max-w-prose text-base text-muted">{receipt.nextStep}</p>
            <p className="mt-1.5 text-sm font-medium text-ink">{actsNextInWords(receipt.actsNext)}.</p>
          </section>
          <Disclosure summary="Text for the customer">
            <ReceiptAdvice receipt={receipt} zone={zone} />
          </Disclosure>
          <ReceiptFacts receipt={receipt} about={about} zone={zone} templates={templates} />
          {!doubt && reply}
        </div>
        <ReceiptActions receipt={receipt} about={about} zone={zone} templates={templates} />
      </article>
    </Card>
  )
}

function Repeated({ at }: { at: number }) {
  return (
    <Notice title="this was already sent; nothing was sent again">
      <p>
        This is the receipt of the first time, <Time at={at} show="both" />.
      </p>
    </Notice>
  )
}

function Resolved({ resolution }: { resolution: NonNullable<Receipt['resolution']> }) {
  return (
    <Notice tone="success" word="Resolved" title={findingWords[resolution.finding]}>
      <p className="whitespace-pre-wrap">{resolution.note}</p>
      <p>
        {resolution.by}, <Time at={resolution.at} show="both" />
      </p>
    </Notice>
  )
}
