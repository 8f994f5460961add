import type { ReactNode } from 'react'
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
        <Part id="sending" title="Sending">
          <SendingForm account={account} action={actions.setSendingAction} />
        </Part>
        <Part id="facts" title="Account">
          <AccountFactsForm account={account} action={actions.changeAccountAction} />
        </Part>
        <Part id="password" title="Password">
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
        </Part>
        <Part id="who" title="Who may use it">
          <WhoMayUseForm view={view} action={actions.restrictAccountAction} />
        </Part>
        <Part id="templates" title="DCV templates" count={view.templates.length}>
          <TemplatesForm account={account.id} templates={view.templates} action={actions.templateAction} />
        </Part>
        <Part id="push" title="Push address">
          <PushAddressForm account={account.id} since={view.pushSince} action={actions.pushAddressAction} />
        </Part>
        <p className="text-sm">
          <TextLink href={`/activity?account=${encodeURIComponent(account.id)}`}>
            What was done with this account, in the activity
          </TextLink>
        </p>
      </div>
    </>
  )
}

interface PartProps {
  readonly id: string
  readonly title: string
  readonly count?: number
  readonly children: ReactNode
}

function Part({ children, ...rest }: PartProps) {
  return (
    <Section {...rest}>
      <div className="px-4 py-4">{children}</div>
    </Section>
  )
}
