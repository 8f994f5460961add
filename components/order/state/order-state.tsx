import type { OperationId } from '#lib/ca/operation.ts'
import type { Step } from '#lib/ca/steps.ts'
import type { OrderStateView, ReadFailure } from '#lib/desk/order-state.ts'
import { Card, Section } from '#components/ui/section.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { StepMark } from '#components/ui/step-mark.tsx'
import { Time } from '#components/ui/time.tsx'
import type { OrderPlace } from '../order-href.ts'
import { BlockingHelp } from './blocking-help.tsx'
import { headLine, isTold } from './head-line.ts'
import { ReadState } from './read-state.tsx'
import { ClosedStep, DomainsRow, OpenStep, UnknownRow } from './step-row.tsx'
import { AnswerToCome, UnreadStep } from './unread-step.tsx'
import { stepRows, type StepRow } from './step-rows.ts'

export interface OrderStateProps {
  readonly order: string
  readonly account: string
  readonly place: OrderPlace
  readonly allowed: readonly OperationId[]
  readonly state: OrderStateView
}

/** Where the order stands at the CA: the answer first, then its steps with the one that blocks it open, and what helps right there. */
export function OrderState(props: OrderStateProps) {
  const { order, account, state } = props
  const answer = headLine(state)
  const { readAt, readBy, readingBy, nextAt, may, failure } = state
  const reads = { order, account, readAt, readBy, readingBy, nextAt, may }
  return (
    <Section id="state" title="Where the order stands" look="bare" className="group/state">
      <Card className="overflow-hidden">
        <ReadState
          {...reads}
          automatic={readsByItself(state)}
          answer={answer.text}
          failed={failure && { at: failure.at, title: failure.title }}
        >
          <p className="flex items-start gap-2 text-lg font-semibold">
            <StepMark kind={answer.mark} look="shape" className="mt-1" />
            <span className="min-w-0 wrap-anywhere">{answer.text}</span>
          </p>
        </ReadState>
        <div className="flex flex-col gap-3 px-4 pb-3 empty:hidden">
          {failure !== null && <Failure failure={failure} isKnown={isTold(state)} />}
          {state.domainsNote !== null && (
            <Notice tone="warn" word="Domains">
              <p>{state.domainsNote}</p>
            </Notice>
          )}
        </div>
        {isTold(state) && <Steps {...props} />}
        {!isTold(state) && failure === null && (
          <Unread steps={state.steps.steps} isDue={readsByItself(state)} />
        )}
        {state.raw.length > 0 && <Raw raw={state.raw} />}
      </Card>
    </Section>
  )
}

/** A first look, and a new one when it is due. An issued order stands where it will stay, so that one waits to be asked about. */
function readsByItself({ may, nextAt, readingBy, steps }: OrderStateView): boolean {
  const isIssued = steps.steps.some(({ kind, state }) => kind === 'issued' && state === 'done')
  return may === 'read' && nextAt === null && readingBy === null && !isIssued
}

function Steps(props: OrderStateProps) {
  return (
    <ol className="border-t py-1.5">
      {stepRows(props.state.steps.steps).map((row) => (
        <StepOf
          key={row.is === 'step' ? row.step.id : `${row.is} ${row.steps[0]?.id}`}
          {...props}
          row={row}
        />
      ))}
    </ol>
  )
}

function StepOf({ row, ...props }: OrderStateProps & { row: StepRow }) {
  const { since } = props.state
  if (row.is === 'domains') return <DomainsRow row={row} since={since} />
  if (row.is === 'not-known') return <UnknownRow steps={row.steps} />
  const { step } = row
  if (step.blocking)
    return (
      <OpenStep step={step} since={since}>
        <BlockingHelp {...props} step={step} />
      </OpenStep>
    )
  return step.state === 'waiting' ? (
    <OpenStep step={step} since={since} />
  ) : (
    <ClosedStep step={step} since={since} />
  )
}

/** The steps without their states. Where the page is about to ask, it keeps the room that the answer takes. */
function Unread({ steps, isDue }: { steps: readonly Step[]; isDue: boolean }) {
  const [first, ...others] = steps
  return (
    <ol className="border-t py-1.5">
      {first && <UnreadStep title={first.title} />}
      {isDue && <AnswerToCome />}
      {others.map(({ id, title }) => (
        <UnreadStep key={id} title={title} />
      ))}
    </ol>
  )
}

function Failure({ failure, isKnown }: { failure: ReadFailure; isKnown: boolean }) {
  const { at, title, explanation, nextStep, raw } = failure
  return (
    <Notice tone="warn" word="The last read told nothing" title={title}>
      <p>
        {explanation} <span className="font-medium text-ink">{nextStep}</span>
      </p>
      <p>
        Tried <Time at={at} show="both" />. {isKnown && 'What is shown below was known before.'}
      </p>
      {raw !== null && raw !== '' && (
        <Disclosure summary="What the CA sent">
          <Answer text={raw} />
        </Disclosure>
      )}
    </Notice>
  )
}

function Raw({ raw }: Pick<OrderStateView, 'raw'>) {
  return (
    <div className="border-t px-4 py-2">
      <Disclosure summary="The CA’s answers, word for word">
        <div className="flex flex-col gap-3 pb-1">
          {raw.map(({ title, text }) => (
            <div key={title} className="min-w-0">
              <p className="mb-1 font-mono text-xs text-faint">{title}</p>
              <Answer text={text} />
            </div>
          ))}
        </div>
      </Disclosure>
    </div>
  )
}

function Answer({ text }: { text: string }) {
  return (
    <pre className="max-h-80 overflow-y-auto rounded-md bg-sunken p-2.5 font-mono text-xs wrap-anywhere whitespace-pre-wrap text-ink">
      {text}
    </pre>
  )
}
