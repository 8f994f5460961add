import type { OrderView } from '#lib/desk/views.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { TimelineEntry } from './timeline-entry.tsx'

export interface TimelineProps {
  readonly view: Pick<OrderView, 'order' | 'timeline' | 'more' | 'account' | 'templates'>
  readonly resolveAttemptAction: FormStateAction
}

export function Timeline({ view, resolveAttemptAction }: TimelineProps) {
  const { order, timeline, more, account, templates } = view
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
              templates={templates}
              resolveAttemptAction={resolveAttemptAction}
            />
          ))}
        </ol>
      )}
      {more && (
        <p className="flex flex-wrap gap-x-3 border-t px-4 py-2.5 text-sm text-faint">
          Older attempts are not shown here.
          <TextLink href={`/activity?${new URLSearchParams({ order })}`}>All attempts on this order</TextLink>
        </p>
      )}
    </Section>
  )
}
