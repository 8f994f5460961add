import type { TokensView } from '#lib/desk/read-settings-tokens.ts'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card } from '#components/ui/section.tsx'
import { IssueTokenForm } from './issue-token-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { TokensTable } from './tokens-table.tsx'

export interface TokensScreenProps {
  readonly view: TokensView
  readonly actions: Readonly<Record<'issueTokenAction' | 'revokeTokenAction', SettingsAction>>
}

export function TokensScreen({ view, actions }: TokensScreenProps) {
  return (
    <>
      <PageHeader
        title="API tokens"
        description="With a token another program does what its role may, through the machine interface. Each is shown once."
      />
      <Card className="mb-6 px-4 py-3">
        <IssueTokenForm accounts={view.accounts} action={actions.issueTokenAction} />
      </Card>
      {view.tokens.length === 0 ? (
        <Card>
          <EmptyState title="No token yet">No other program can use the desk.</EmptyState>
        </Card>
      ) : (
        <TokensTable tokens={view.tokens} action={actions.revokeTokenAction} />
      )}
    </>
  )
}
