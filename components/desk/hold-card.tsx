import type { AccountChoice } from '#lib/desk/views.ts'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Time } from '#components/ui/time.tsx'
import { HoldIcon } from '#components/ui/icons.tsx'
import { HoldCauses } from './hold-causes.tsx'
import { LiftHoldForm } from './lift-hold-form.tsx'

export interface HoldCardProps {
  readonly account: AccountChoice
  readonly mayLift: boolean
  readonly liftHoldAction: FormStateAction
}

export function HoldCard({ account, mayLift, liftHoldAction }: HoldCardProps) {
  if (account.hold === null) return null
  return (
    <div className="px-4 py-3.5 text-sm">
      <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-medium">
        <span className="inline-flex items-center gap-1.5 rounded-sm bg-refused-soft py-px pr-2 pl-1.5 text-refused">
          <HoldIcon />
          On hold
        </span>
        <span className="wrap-anywhere">{account.label}</span>
      </h3>
      <p className="mt-1 wrap-anywhere text-muted">
        {account.hold.reason} Nothing is sent with this account since{' '}
        <Time at={account.hold.at} show="both" />
        {account.hold.isPause ? '.' : ', because trying again could lock it.'}
      </p>
      {!account.hold.isPause && (
        <>
          <p className="mt-2 mb-1 font-medium">One of four things is wrong; the CA does not say which:</p>
          <HoldCauses settings={`/settings/accounts/${account.id}`} />
        </>
      )}
      {mayLift ? (
        <LiftHoldForm
          summary={account.hold.isPause ? 'Lift the pause' : 'Checked? Lift the hold'}
          account={account.id}
          label={account.label}
          liftHoldAction={liftHoldAction}
        />
      ) : (
        <p className="mt-2 text-muted">
          {account.hold.isPause
            ? 'An administrator lifts it here.'
            : 'An administrator lifts the hold here after checking.'}
        </p>
      )}
    </div>
  )
}
