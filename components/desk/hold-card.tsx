import type { AccountChoice } from '#lib/desk/views.ts'
import { Disclosure } from '#components/ui/disclosure.tsx'
import type { FormStateAction } from '#components/ui/form-state.ts'
import { Time } from '#components/ui/time.tsx'
import { HoldIcon } from '#components/ui/icons.tsx'
import { LiftHoldForm } from './lift-hold-form.tsx'

/** The CA answers all four with the same code, -16, and does not say which it is. */
export const holdCauses = [
  {
    cause: 'The login name or password is wrong.',
    fix: 'An administrator checks both and corrects them here.',
  },
  { cause: 'The account is locked.', fix: 'The CA’s support unlocks it.' },
  {
    cause: 'The password has expired.',
    fix: 'An administrator sets a new one at the CA, then enters it here.',
  },
  {
    cause: 'Our IP address is blocked.',
    fix: 'The CA’s support, or whoever keeps the account’s list of addresses.',
  },
] as const

export interface HoldCardProps {
  readonly account: AccountChoice
  readonly mayLift: boolean
  readonly liftHoldAction: FormStateAction
}

export function HoldCard({ account, mayLift, liftHoldAction }: HoldCardProps) {
  if (account.hold === null) return null
  return (
    <div className="px-4 py-3 text-sm">
      <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
        <span className="inline-flex items-center gap-1.5 rounded-sm bg-refused-soft py-px pr-2 pl-1.5 font-medium text-refused">
          <HoldIcon />
          On hold
        </span>
        <span className="font-medium wrap-anywhere">{account.label}</span>
        <span className="text-faint">
          since <Time at={account.hold.at} />
        </span>
      </p>
      <p className="mt-1 wrap-anywhere text-muted">{account.hold.reason}</p>
      <p className="mt-1 text-muted">
        Nothing is sent with this account, because trying again could lock it.
      </p>
      <Disclosure summary="The four possible causes, and who can fix each" className="mt-2" open={mayLift}>
        <HoldCauses />
        {mayLift ? (
          <LiftHoldForm account={account.id} label={account.label} liftHoldAction={liftHoldAction} />
        ) : (
          <p className="mt-3 font-medium">An administrator lifts the hold after checking.</p>
        )}
      </Disclosure>
    </div>
  )
}

export function HoldCauses() {
  return (
    <ol className="flex list-decimal flex-col gap-1 pl-5 text-muted">
      {holdCauses.map(({ cause, fix }) => (
        <li key={cause}>
          <span className="font-medium text-ink">{cause}</span> {fix}
        </li>
      ))}
    </ol>
  )
}
