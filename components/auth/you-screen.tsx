import type { ReactNode } from 'react'
import type { OwnView } from '#lib/auth/own-view.ts'
import type { SettingsAction } from '#components/settings/settings-state.ts'
import { roleWords } from '#components/shell/role-words.ts'
import { KeyValue } from '#components/ui/key-value.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card, Section } from '#components/ui/section.tsx'
import { OwnApp } from './own-app.tsx'
import { OwnCodes } from './own-codes.tsx'
import { OwnPasskeys } from './own-passkeys.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnSessions } from './own-sessions.tsx'
import type { SetUpAction } from './set-up-state.ts'

export interface YouScreenProps {
  readonly view: OwnView
  /** Of a password, in characters. */
  readonly shortest: number
  readonly actions: Readonly<
    Record<'changePasswordAction', SettingsAction> &
      Record<'ownAppAction' | 'ownPasskeysAction' | 'ownCodesAction' | 'endOwnSessionsAction', SetUpAction>
  >
}

/** One's own page: who the desk takes one for, how one signs in, and where one is signed in. */
export function YouScreen({ view, shortest, actions }: YouScreenProps) {
  const { name, email, role, sessions, signsInHere } = view
  return (
    <div className="max-w-3xl">
      <PageHeader title="You" />
      <div className="flex flex-col gap-8">
        <Card className="px-4 py-4">
          <KeyValue
            items={[
              { term: 'Name', detail: name },
              { term: 'E-mail address', detail: email },
              { term: 'Role', detail: roleWords[role] },
            ]}
          />
          <p className="mt-3 text-sm text-faint">An administrator changes these.</p>
        </Card>
        {signsInHere ? (
          <SignIn view={view} shortest={shortest} actions={actions} />
        ) : (
          <Part id="sign-in" title="Sign-in">
            <p className="text-sm text-muted">
              You come by single sign-on. Your password and second factors are looked after there.
            </p>
          </Part>
        )}
        <Section id="sessions" title="Sessions" count={sessions.length}>
          <OwnSessions
            sessions={sessions}
            asks={signsInHere ? asksOf(view) : undefined}
            action={actions.endOwnSessionsAction}
          />
        </Section>
      </div>
    </div>
  )
}

function SignIn({ view, shortest, actions }: YouScreenProps) {
  const { totp, passkeys, recoveryCodes } = view.factors
  const asks = asksOf(view)
  const description = view.isFactorRequired
    ? 'You need one here, so the last one stays.'
    : 'Asked for beside the password, once you have one.'
  return (
    <>
      <Part id="password" title="Password">
        <OwnPassword email={view.email} shortest={shortest} action={actions.changePasswordAction} />
      </Part>
      <Section id="second-factor" title="Second factor" description={description}>
        <div className="divide-y *:px-4 *:py-4">
          <OwnApp isSetUp={totp} action={actions.ownAppAction} />
          <OwnPasskeys passkeys={passkeys} asks={asks} action={actions.ownPasskeysAction} />
          {(totp || passkeys.length > 0) && (
            <OwnCodes left={recoveryCodes} asks={asks} action={actions.ownCodesAction} />
          )}
        </div>
      </Section>
    </>
  )
}

/** What is asked before a change of one's own sign-in. */
const asksOf = ({ factors }: OwnView) => (factors.totp ? 'password or code' : 'password')

interface PartProps {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}

function Part({ children, ...rest }: PartProps) {
  return (
    <Section {...rest}>
      <div className="px-4 py-4">{children}</div>
    </Section>
  )
}
