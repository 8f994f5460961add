import { Notice } from '#components/ui/notice.tsx'
import { Time } from '#components/ui/time.tsx'
import type { AccountChoice } from '#lib/desk/views.ts'

/** Says early what the server would say after the press. The form stays usable: the hold may be lifted meanwhile. */
export function HoldNotice({ account }: { account: AccountChoice }) {
  if (account.hold === null) return null
  return (
    <Notice tone="danger" word="On hold" title={`nothing is sent for ${account.label}`}>
      <p>
        {account.hold.reason} <Time at={account.hold.at} show="both" />
      </p>
      <p>An administrator has to check the account and lift the hold. You can fill in the form meanwhile.</p>
    </Notice>
  )
}
