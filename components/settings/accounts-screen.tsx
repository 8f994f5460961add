import type { AccountLine } from '#lib/desk/read-settings-accounts.ts'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { HoldIcon } from '#components/ui/icons.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { AddAccountForm } from './account-forms.tsx'
import type { SettingsAction } from './settings-state.ts'

export interface AccountsScreenProps {
  readonly accounts: readonly AccountLine[]
  readonly usualBaseUrl: string
  readonly addAccountAction: SettingsAction
}

export function AccountsScreen({ accounts, usualBaseUrl, addAccountAction }: AccountsScreenProps) {
  return (
    <>
      <PageHeader
        title="Accounts"
        description="The partner accounts at the CA that operations are sent with."
      />
      <Card className="mb-6 px-4 py-3">
        <AddAccountForm
          usualBaseUrl={usualBaseUrl}
          isFirst={accounts.length === 0}
          action={addAccountAction}
        />
      </Card>
      <Card className="overflow-hidden">
        {accounts.length === 0 ? (
          <EmptyState title="No account yet">Nothing can be sent to the CA before there is one.</EmptyState>
        ) : (
          <DataTable
            caption="Accounts"
            captionHidden
            columns={columns}
            rows={accounts}
            rowKey={({ id }) => id}
          />
        )}
      </Card>
    </>
  )
}

const columns: readonly Column<AccountLine>[] = [
  {
    key: 'label',
    header: 'Label',
    rowHeader: true,
    bare: true,
    cell: ({ id, label, hold }) => (
      <>
        <TextLink href={`/settings/accounts/${id}`}>{label}</TextLink>
        {hold && (
          <span className="ml-2 inline-flex items-center gap-1 rounded-sm bg-refused-soft px-1.5 py-px text-xs font-medium text-refused">
            <HoldIcon className="size-3.5" />
            On hold
          </span>
        )}
      </>
    ),
  },
  {
    key: 'login',
    header: 'Login name',
    cell: ({ loginName, baseUrl }) => (
      <>
        <span className="font-mono text-xs">{loginName}</span>
        <span className="block text-xs text-faint">{baseUrl}</span>
      </>
    ),
  },
  {
    key: 'who',
    header: 'Who may use it',
    cell: ({ restrictedTo }) => whoWords(restrictedTo),
    className: 'sm:w-40',
  },
  {
    key: 'templates',
    header: 'Templates',
    cell: ({ templates }) => <span className="tabular-nums">{templates}</span>,
    className: 'sm:w-24',
  },
  {
    key: 'push',
    header: 'Push address',
    cell: ({ hasPushAddress }) => (hasPushAddress ? 'Yes' : 'No'),
    className: 'sm:w-28',
  },
]

function whoWords(restrictedTo: number | null): string {
  if (restrictedTo === null) return 'Everybody'
  if (restrictedTo === 0) return 'Administrators'
  return restrictedTo === 1 ? '1 chosen person' : `${restrictedTo} chosen people`
}
