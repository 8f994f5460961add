import type { OrderView } from '#lib/desk/views.ts'

export type TimelineItem =
  | { readonly is: 'attempt'; readonly at: number; readonly attempt: OrderView['timeline'][number] }
  | { readonly is: 'event'; readonly at: number; readonly event: OrderView['events'][number] }

/**
 * Attempts, reports and reads in one list, newest first. Every attempt that was loaded stays, whatever was reported; where older attempts are
 * left out, so are lines from that time.
 */
export function timelineOf(view: Pick<OrderView, 'timeline' | 'events' | 'more'>): readonly TimelineItem[] {
  const oldest = view.timeline.at(-1)?.line.at ?? 0
  const events = view.events.filter(({ at }) => !view.more || at >= oldest)
  return [
    ...view.timeline.map((attempt) => ({ is: 'attempt', at: attempt.line.at, attempt }) as const),
    ...events.map((event) => ({ is: 'event', at: event.at, event }) as const),
  ].toSorted((a, b) => b.at - a.at)
}
