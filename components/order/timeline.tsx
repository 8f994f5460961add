import type { OrderView } from '#lib/desk/views.ts'
import { ApprovalEntry } from '#components/approval/approval-entry.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { EventEntry } from './event-entry.tsx'
import { TimelineEntry } from './timeline-entry.tsx'
import { timelineOf } from './timeline-order.ts'

export interface TimelineProps {
  readonly view: Pick<
    OrderView,
    'order' | 'timeline' | 'events' | 'approvals' | 'more' | 'account' | 'templates'
  >
  readonly resolveAttemptAction: FormStateAction
}

export function Timeline({ view, resolveAttemptAction }: TimelineProps) {
  const { order, timeline, more, account, templates } = view
  const entries = timelineOf(view)
  const hasOthers = entries.length > timeline.length
  return (
    <Section
      id="timeline"
      title={hasOthers ? 'Attempts on this order, and what the CA said' : 'Attempts on this order'}
      count={hasOthers || timeline.length === 0 ? undefined : timeline.length}
    >
      {entries.length === 0 ? (
        <EmptyState title="None yet">
          Every attempt by anyone appears here, newest first, with what came of it, and what the CA reports.
        </EmptyState>
      ) : (
        <ol className="divide-y">
          {entries.map((entry) =>
            entry.is === 'event' ? (
              <EventEntry key={entry.event.seq} event={entry.event} account={account?.id ?? null} />
            ) : entry.is === 'approval' ? (
              <ApprovalEntry
                key={entry.approval.id}
                approval={entry.approval}
                account={account?.id ?? null}
              />
            ) : (
              <TimelineEntry
                key={entry.attempt.line.attempt}
                {...entry.attempt}
                account={account?.id ?? null}
                templates={templates}
                resolveAttemptAction={resolveAttemptAction}
              />
            ),
          )}
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
