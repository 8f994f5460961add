import type { DecidedApproval } from '#lib/desk/approval-views.ts'
import type { OrderView } from '#lib/desk/views.ts'

export type TimelineItem =
  | { readonly is: 'attempt'; readonly at: number; readonly attempt: OrderView['timeline'][number] }
  | { readonly is: 'event'; readonly at: number; readonly event: OrderView['events'][number] }
  | { readonly is: 'approval'; readonly at: number; readonly approval: DecidedApproval }

/**
 * Attempts, reports and reads in one list, newest first. Every attempt that was loaded stays, whatever was reported; where older attempts are
 * left out, so are lines from that time.
 */
export function timelineOf(
  view: Pick<OrderView, 'timeline' | 'events' | 'more'> & Partial<Pick<OrderView, 'approvals'>>,
): readonly TimelineItem[] {
  const oldest = view.timeline.at(-1)?.line.at ?? 0
  const isRecent = ({ at }: { at: number }) => !view.more || at >= oldest
  const events = view.events.filter(isRecent)
  const decided = view.approvals?.decided.filter(isRecent) ?? []
  return [
    ...view.timeline.map((attempt) => ({ is: 'attempt', at: attempt.line.at, attempt }) as const),
    ...events.map((event) => ({ is: 'event', at: event.at, event }) as const),
    ...decided.map((approval) => ({ is: 'approval', at: approval.at, approval }) as const),
  ].toSorted((a, b) => b.at - a.at)
}
