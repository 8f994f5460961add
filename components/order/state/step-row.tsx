import type { ReactNode } from 'react'
import { actsNextInWords } from '#components/operation/receipt-text.ts'
import { cx } from '#components/ui/cx.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { ChevronIcon } from '#components/ui/icons.tsx'
import { StepMark, type StepMarkKind } from '#components/ui/step-mark.tsx'
import { Time } from '#components/ui/time.tsx'
import type { Step } from '#lib/ca/steps.ts'
import { domainOf, markOf } from './head-line.ts'
import { hasFacts, StepFacts } from './step-facts.tsx'
import type { StepRow } from './step-rows.ts'

export interface StepRowProps {
  readonly since: Readonly<Record<string, number>>
}

/** A step that is over, whose turn has not come, or of which nothing is known: one line that opens. */
export function ClosedStep({ step, since }: StepRowProps & { step: Step }) {
  return (
    <Row mark={step.state} isFolded>
      <Folded title={<Title step={step} />} mark={step.state}>
        <p className="wrap-anywhere">{step.says}</p>
        <Since at={since[step.id]} />
        <StepFacts step={step} />
      </Folded>
    </Row>
  )
}

/** A step whose turn it is, with who has to act. `children` are what the blocking one has on top. */
export function OpenStep({ step, since, children }: StepRowProps & { step: Step; children?: ReactNode }) {
  const mark = markOf(step)
  return (
    <Row mark={mark} isBlocking={step.blocking}>
      <div className="flex items-baseline gap-x-3">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3">
          <h3
            className={cx('min-w-0 text-sm wrap-anywhere', step.blocking ? 'font-semibold' : 'font-medium')}
          >
            <Title step={step} />
          </h3>
          {step.blocking && (
            <p className={cx('text-xs font-medium', mark === 'stopped' ? 'text-refused' : 'text-doubt')}>
              {mark === 'stopped' ? 'This stops the order' : 'This is what the order waits for'}
            </p>
          )}
        </div>
        <StepMark kind={mark} look="word" className="ml-auto text-xs!" />
      </div>
      <p className="mt-0.5 max-w-[72ch] text-sm wrap-anywhere text-muted">{step.says}</p>
      <div className="mt-0.5 flex flex-wrap items-center gap-x-3 text-sm">
        {step.actsNext !== null && <span className="font-medium">{actsNextInWords(step.actsNext)}.</span>}
        <Since at={since[step.id]} />
        {hasFacts(step) && (
          <Disclosure summary="What the CA says" className="open:mb-1.5 open:basis-full">
            <StepFacts step={step} />
          </Disclosure>
        )}
      </div>
      {children}
    </Row>
  )
}

/** Many domains that stand alike. */
export function DomainsRow({ row, since }: StepRowProps & { row: Extract<StepRow, { is: 'domains' }> }) {
  return (
    <Row mark={row.state} isFolded>
      <Folded
        title={`Domain control of ${row.steps.length} ${row.state === 'done' ? '' : 'more '}domains`}
        mark={row.state}
      >
        <ul className="flex flex-col gap-2">
          {row.steps.map((step) => (
            <li key={step.id} className="min-w-0">
              <p className="font-medium wrap-anywhere text-ink">{domainOf(step) ?? step.title}</p>
              {row.state !== 'done' && <p>{step.says}</p>}
              <div className="flex flex-wrap items-center gap-x-3">
                <Since at={since[step.id]} />
                {hasFacts(step) && (
                  <Disclosure summary="What the CA says" className="open:basis-full">
                    <StepFacts step={step} />
                  </Disclosure>
                )}
              </div>
            </li>
          ))}
        </ul>
      </Folded>
    </Row>
  )
}

/** Several steps in a row of which the CA told nothing. */
export function UnknownRow({ steps }: { steps: readonly Step[] }) {
  return (
    <Row mark="not-known" isFolded>
      <Folded title={`${steps.length} ${steps.length === 1 ? 'step' : 'steps'}`} mark="not-known">
        <ul className="flex flex-col gap-1.5">
          {steps.map((step) => (
            <li key={step.id} className="min-w-0">
              <span className="font-medium text-ink">
                <Title step={step} />
              </span>
              <span className="wrap-anywhere">: {step.says}</span>
            </li>
          ))}
        </ul>
      </Folded>
    </Row>
  )
}

interface RowProps {
  readonly mark: StepMarkKind
  readonly isBlocking?: boolean
  /** Its first line is taller under a finger, and the mark goes with it. */
  readonly isFolded?: boolean
  readonly children: ReactNode
}

/** The mark stands on a line that runs on to the next step. */
export function Row({ mark, isBlocking = false, isFolded = false, children }: RowProps) {
  const ground = mark === 'stopped' ? 'bg-refused-soft' : 'bg-doubt-soft'
  return (
    <li
      aria-current={isBlocking ? 'step' : undefined}
      className={cx(
        'relative flex gap-3 px-4 before:absolute before:top-7 before:-bottom-1.5 before:left-6 before:w-px before:bg-line last:before:hidden',
        isFolded && 'pointer-coarse:before:top-8.5',
        isBlocking ? cx('py-2.5 first:-mt-1.5 last:-mb-1.5', ground) : 'py-1.5',
      )}
    >
      <StepMark
        kind={mark}
        look="shape"
        className={cx('mt-0.5 self-start', isFolded && 'pointer-coarse:mt-2')}
      />
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  )
}

function Folded({ title, mark, children }: { title: ReactNode; mark: StepMarkKind; children: ReactNode }) {
  return (
    <details suppressHydrationWarning className="group/row">
      <summary className="flex items-baseline gap-x-3 rounded-sm text-sm hover:text-ink pointer-coarse:py-1.5">
        <h3 className={cx('min-w-0 wrap-anywhere', mark === 'done' ? 'text-ink' : 'text-muted')}>{title}</h3>
        <StepMark kind={mark} look="word" className="ml-auto text-xs!" />
        <ChevronIcon className="size-3 self-center text-faint transition-transform group-open/row:rotate-90" />
      </summary>
      <div className="mt-1.5 mb-2 flex max-w-[72ch] flex-col gap-1.5 text-sm text-muted">{children}</div>
    </details>
  )
}

function Title({ step }: { step: Step }) {
  const domain = domainOf(step)
  if (domain === null) return step.title
  return (
    <>
      Domain control of <span className="font-mono text-[0.95em] wrap-anywhere">{domain}</span>
    </>
  )
}

function Since({ at }: { at: number | undefined }) {
  if (at === undefined) return null
  return (
    <p className="text-faint">
      Seen like this since <Time at={at} show="both" />
    </p>
  )
}
