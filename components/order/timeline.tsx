import type { OrderView } from '#lib/desk/views.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Section } from '#components/ui/section.tsx'
import { TimelineEntry } from './timeline-entry.tsx'

export interface TimelineProps {
  readonly view: Pick<OrderView, 'timeline' | 'more' | 'account'>
  readonly resolveAttemptAction: FormStateAction
}

export function Timeline({ view, resolveAttemptAction }: TimelineProps) {
  const { timeline, more, account } = view
  return (
    <Section
      id="timeline"
      title="Attempts on this order"
      count={timeline.length > 0 ? timeline.length : undefined}
    >
      {timeline.length === 0 ? (
        <EmptyState title="None yet">
          Every attempt by anyone appears here, newest first, with what came of it.
        </EmptyState>
      ) : (
        <ol className="divide-y">
          {timeline.map((entry) => (
            <TimelineEntry
              key={entry.line.attempt}
              {...entry}
              account={account?.id ?? null}
              resolveAttemptAction={resolveAttemptAction}
            />
          ))}
        </ol>
      )}
      {more && <p className="border-t px-4 py-2.5 text-sm text-faint">Older attempts are not shown here.</p>}
    </Section>
  )
}
