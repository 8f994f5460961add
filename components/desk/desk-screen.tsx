import type { DeskView } from '#lib/desk/views.ts'
import { LinkNotices } from '#components/order/link-notices.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { FirstVisit } from './first-visit.tsx'
import { NeedsYou } from './needs-you.tsx'
import { MyOrders, TeamAttempts } from './recent.tsx'

export interface DeskScreenProps {
  readonly view: DeskView
  /** What a link that named no usable order carried and was ignored. */
  readonly ignored: string
  readonly mayLift: boolean
  readonly liftHoldAction: FormStateAction
}

export function DeskScreen({ view, ignored, mayLift, liftHoldAction }: DeskScreenProps) {
  const waiting = [view.unknowns, view.holds, view.calls, view.approvals].some((list) => list.length > 0)
  const first = view.mine.length === 0 && view.team.length === 0
  const needsYou = <NeedsYou view={view} mayLift={mayLift} liftHoldAction={liftHoldAction} />
  if (first) {
    return (
      <>
        <PageHeader title="Desk" />
        <div className="flex flex-col gap-8">
          <LinkNotices ignored={ignored} />
          {waiting && needsYou}
          <FirstVisit />
        </div>
      </>
    )
  }
  return (
    <>
      <PageHeader title="Desk" />
      <div className="mb-6 empty:hidden">
        <LinkNotices ignored={ignored} />
      </div>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:grid-rows-[auto_1fr]">
        {needsYou}
        <div className="min-w-0 lg:row-span-2">
          <MyOrders orders={view.mine} />
        </div>
        <TeamAttempts attempts={view.team} />
      </div>
    </>
  )
}
