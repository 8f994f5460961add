import { catalogue } from '#lib/ca/catalogue.ts'
import type { OperationId } from '#lib/ca/operation.ts'
import type { OperationFit, Step } from '#lib/ca/steps.ts'
import { StepAdvice } from '#components/advice/step-advice.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { LinkPending } from '#components/ui/link-pending.tsx'
import { NeedsRole } from '../needs-role.tsx'
import { orderHref } from '../order-href.ts'
import type { OrderStateProps } from './order-state.tsx'

/** What can be done here about the step that the order waits for. */
export function BlockingHelp({ step, ...props }: OrderStateProps & { step: Step }) {
  const helps = props.state.steps.operations.filter((fit) => fit.fits === 'yes' && fit.step === step.id)
  return (
    <div className="mt-2 flex flex-col gap-2">
      {helps.length === 0 ? <NothingHelps step={step} /> : <Helps {...props} helps={helps} />}
      <Disclosure summary="Text for the customer">
        <StepAdvice step={step} order={props.order} language={props.place.prefill?.lang} />
      </Disclosure>
    </div>
  )
}

function Helps({ order, place, allowed, helps }: OrderStateProps & { helps: readonly OperationFit[] }) {
  const mine = helps.filter(({ operation }) => allowed.includes(operation))
  const locked = helps.filter(({ operation }) => !allowed.includes(operation))
  return (
    <>
      {mine.length > 0 && (
        <ul className="flex flex-wrap gap-2" aria-label="What helps">
          {mine.map(({ operation }, at) => (
            <li key={operation} className="max-w-full">
              <ButtonLink
                size="sm"
                variant={at === 0 ? 'primary' : 'secondary'}
                href={orderHref(order, { ...place, operation })}
                prefetch={false}
              >
                {catalogue[operation].title}
                <LinkPending />
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {locked.length > 0 && <Locked operations={locked.map(({ operation }) => operation)} />}
    </>
  )
}

function Locked({ operations }: { operations: readonly OperationId[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-muted">
      {operations.map((operation) => (
        <li key={operation} className="flex flex-wrap items-center gap-x-2">
          {catalogue[operation].title}
          <NeedsRole about={catalogue[operation]} />
        </li>
      ))}
    </ul>
  )
}

function NothingHelps({ step }: { step: Step }) {
  if (step.actsNext === 'nobody' || step.kind === 'issued') return null
  return <p className="text-sm text-muted">No operation of this desk moves this step.</p>
}
