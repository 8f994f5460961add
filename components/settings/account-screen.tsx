import type { AccountView } from '#lib/desk/read-settings-accounts.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'
import { AccountFactsForm, PasswordForm } from './account-forms.tsx'
import { PushAddressForm } from './push-address-form.tsx'
import { SendingForm } from './sending-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TemplatesForm } from './templates-form.tsx'
import { WhoMayUseForm } from './who-may-use-form.tsx'

export interface AccountScreenProps {
  readonly view: AccountView
  readonly actions: Readonly<
    Record<
      | 'changeAccountAction'
      | 'setPasswordAction'
      | 'setSendingAction'
      | 'restrictAccountAction'
      | 'templateAction'
      | 'pushAddressAction',
      SettingsAction
    >
  >
}

export function AccountScreen({ view, actions }: AccountScreenProps) {
  const { account, passwordSet } = view
  return (
    <>
      <p className="mb-2 text-sm">
        <TextLink href="/settings/accounts">Accounts</TextLink>
      </p>
      <PageHeader title={account.label} />
      <div className="flex flex-col gap-8 [&_form]:max-w-xl">
        <Section look="padded" id="sending" title="Sending">
          <SendingForm account={account} action={actions.setSendingAction} />
        </Section>
        <Section look="padded" id="facts" title="Account">
          <AccountFactsForm account={account} action={actions.changeAccountAction} />
        </Section>
        <Section look="padded" id="password" title="Password">
          <p className="mb-4 max-w-prose text-sm text-muted">
            {passwordSet === null ? (
              'Set'
            ) : (
              <>
                Set <Time at={passwordSet.at} show="both" /> by {passwordSet.by}
              </>
            )}
            , never shown. It is kept sealed and is in nothing but the requests to the CA.
          </p>
          <PasswordForm account={account.id} action={actions.setPasswordAction} />
        </Section>
        <Section look="padded" id="who" title="Who may use it">
          <WhoMayUseForm view={view} action={actions.restrictAccountAction} />
        </Section>
        <Section look="padded" id="templates" title="DCV templates" count={view.templates.length}>
          <TemplatesForm account={account.id} templates={view.templates} action={actions.templateAction} />
        </Section>
        <Section look="padded" id="push" title="Push address">
          <PushAddressForm account={account.id} since={view.pushSince} action={actions.pushAddressAction} />
        </Section>
        <p className="text-sm">
          <TextLink href={`/activity?account=${encodeURIComponent(account.id)}`}>
            What was done with this account, in the activity
          </TextLink>
        </p>
      </div>
    </>
  )
}
