import type { AccountChoice } from '#lib/desk/views.ts'
import { HoldCauses } from '#components/desk/hold-causes.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'

export function HoldNotice({ account }: { account: AccountChoice }) {
  if (account.hold === null) return null
  return (
    <Notice tone="danger" word="On hold" title={`nothing is sent for ${account.label}`}>
      <p>
        Since <Time at={account.hold.at} show="both" />. {account.hold.reason}
      </p>
      {!account.hold.isPause && (
        <Disclosure summary="The four possible causes, and who can fix each">
          <HoldCauses settings={`/settings/accounts/${account.id}`} />
        </Disclosure>
      )}
      <p>
        An administrator lifts the hold on the <TextLink href="/#needs-you">desk</TextLink>.
      </p>
    </Notice>
  )
}
