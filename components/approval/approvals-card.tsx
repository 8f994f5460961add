'use client'

import { useEffect, useRef, useState } from 'react'
import { actsNextInWords, titleOf } from '#components/operation/receipt-text.ts'
import { attemptAnchor } from '#components/order/order-href.ts'
import { Notice } from '#components/ui/notice.tsx'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Card, Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import type { WaitingApproval } from '#lib/desk/approval-views.ts'
import type { ApprovalState } from './approval-state.ts'
import { WaitingChange } from './waiting-change.tsx'

/** Requests first decided here go from the list; what came of the last one is said in their place. */
export function ApprovalsCard({ waiting }: { waiting: readonly WaitingApproval[] }) {
  const [made, setMade] = useState<ApprovalState | null>(null)
  if (waiting.length === 0 && made === null) return null
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {made !== null && <Made made={made} />}
      {waiting.length > 0 && (
        <Section
          id="approvals"
          title="Waits for a second person"
          count={waiting.length > 1 ? waiting.length : undefined}
          look="bare"
        >
          <ul className="flex flex-col gap-3">
            {waiting.map((approval) => (
              <li
                key={approval.id}
                id={`approval-${approval.id}`}
                className="rounded-lg target:ring-2 target:ring-accent"
              >
                <Card className="px-4 py-3.5">
                  <WaitingChange approval={approval} onMade={setMade} />
                </Card>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </div>
  )
}

/** It takes focus, because the button that was pressed is gone. */
function Made({ made }: { made: ApprovalState }) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    if (made.ok) box.current?.focus()
  }, [made])
  const { sent } = made
  const isGood = sent === null || sent.kind === 'done' || sent.kind === 'passed-on'
  return (
    <section ref={box} tabIndex={-1} aria-label="What happened" className="rounded-lg">
      <Notice tone={isGood ? 'success' : 'warn'} word={made.message ?? undefined}>
        {sent && (
          <>
            <p className="flex flex-wrap items-center gap-2 text-ink">
              <OutcomeMark kind={sent.kind} /> {titleOf(sent)}
            </p>
            <p>
              {sent.nextStep} <span className="font-medium text-ink">{actsNextInWords(sent.actsNext)}.</span>
            </p>
            <p>
              <TextLink href={`#${attemptAnchor(sent.attempt)}`}>See the receipt in the timeline</TextLink>
            </p>
          </>
        )}
      </Notice>
    </section>
  )
}
