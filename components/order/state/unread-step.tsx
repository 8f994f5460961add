import { StepMark } from '#components/ui/step-mark.tsx'
import { Row } from './step-row.tsx'

/** Before anything was read: that there is such a step, and a bar while the CA is asked. */
export function UnreadStep({ title }: { title: string }) {
  return (
    <Row mark="not-read">
      <p className="flex flex-wrap items-baseline gap-x-3 text-sm text-muted">
        {title}
        <span className="ml-auto group-has-[[data-asking]]/state:hidden">
          <StepMark kind="not-read" look="word" className="text-xs! font-normal" />
        </span>
        <span
          aria-hidden="true"
          className="ml-auto hidden h-2 w-16 animate-pulse self-center rounded-full bg-sunken group-has-[[data-asking]]/state:block"
        />
      </p>
    </Row>
  )
}

/** As much room as the step will take that the order waits for, so that nothing jumps when it comes. */
export function AnswerToCome() {
  return (
    <li
      aria-hidden="true"
      className="invisible flex h-34 animate-pulse flex-col gap-2.5 pt-1.5 pr-4 pl-11 group-has-[[data-asking]]/state:visible"
    >
      <span className="h-2 w-3/4 rounded-full bg-sunken" />
      <span className="h-2 w-1/2 rounded-full bg-sunken" />
      <span className="mt-1 h-7 w-44 rounded-md bg-sunken" />
    </li>
  )
}
