import type { RulesView } from '#lib/desk/read-settings.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { CallingHoursForm } from './calling-hours-form.tsx'
import { CoolDownsForm } from './cool-downs-form.tsx'
import { ContactChangesForm, FactorRolesForm, SessionLimitsForm } from './rule-forms.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface RulesScreenProps {
  readonly view: RulesView
  readonly actions: Readonly<
    Record<
      | 'saveCoolDownsAction'
      | 'saveCallingHoursAction'
      | 'saveContactChangesAction'
      | 'saveFactorRolesAction'
      | 'saveSessionLimitsAction',
      SettingsAction
    >
  >
}

export function RulesScreen({ view, actions }: RulesScreenProps) {
  const { rules, hours, server } = view
  return (
    <>
      <PageHeader
        title="Rules"
        description="They hold for everybody, on every server, from the moment they are saved. Each part is saved by itself; the history keeps what was before."
      />
      <div className="flex flex-col gap-8">
        <Section
          look="padded"
          id="cool-downs"
          title="Cool-downs"
          description="Minutes in which the same operation on the same order is stopped as a duplicate, unless a reason is given."
        >
          <CoolDownsForm
            coolDowns={rules.coolDowns}
            usual={server.coolDown}
            action={actions.saveCoolDownsAction}
          />
        </Section>
        <Section
          look="padded"
          id="calling-hours"
          title="Calling hours"
          description="When calls may be booked. A time outside is warned about, never refused. The CA’s documents name no hours."
        >
          <CallingHoursForm hours={hours} action={actions.saveCallingHoursAction} />
        </Section>
        <Section
          look="padded"
          id="contact-changes"
          title="Contact changes"
          description="Changes of a phone number or an e-mail address. They always need a reason."
        >
          <ContactChangesForm rules={rules} action={actions.saveContactChangesAction} />
        </Section>
        <Section
          look="padded"
          id="second-factor"
          title="Second factor"
          description="Who has to show an authenticator app’s code or a passkey beside the password."
        >
          <FactorRolesForm rules={rules} action={actions.saveFactorRolesAction} />
        </Section>
        <Section
          look="padded"
          id="session-limits"
          title="Sessions"
          description="How long somebody stays signed in. It can be made shorter than the server’s own limits, not longer."
        >
          <SessionLimitsForm rules={rules} server={server} action={actions.saveSessionLimitsAction} />
        </Section>
      </div>
    </>
  )
}
