'use client'

import type { TokenLine } from '#lib/desk/read-settings-tokens.ts'
import { roleInWords } from '#components/shell/role-words.ts'
import { Badge } from '#components/ui/badge.tsx'
import { Button } from '#components/ui/button.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Card } from '#components/ui/section.tsx'
import { Time } from '#components/ui/time.tsx'
import { Said } from './said.tsx'
import { Problems, useParts } from './settings-form.tsx'
import type { SettingsAction } from './settings-state.ts'
import { useSettings } from './use-settings.ts'

/** All rows share what was said last: a token that is revoked has no button to say it at. */
export function TokensTable({ tokens, action }: { tokens: readonly TokenLine[]; action: SettingsAction }) {
  const { state, isPending, element } = useSettings(action)
  const parts = useParts(state)
  const revoke: Column<TokenLine> = {
    key: 'revoke',
    header: 'Revoke',
    bare: true,
    isEmpty: (token) => token.state === 'revoked',
    // Called by the table like any other cell, never drawn as a component of its own.
    // oxlint-disable-next-line react/no-unstable-nested-components
    cell: (token) => <Revoke token={token} element={element} isPending={isPending} />,
    className: 'sm:w-44',
  }
  return (
    <div className="flex flex-col gap-4">
      <Problems state={state} parts={parts} isPending={isPending} />
      {state.ok && !isPending && <Said message={state.message} />}
      <Card className="overflow-hidden">
        <DataTable
          caption="API tokens"
          captionHidden
          columns={[...columns, revoke]}
          rows={tokens}
          rowKey={({ id }) => id}
        />
      </Card>
    </div>
  )
}

interface RevokeProps {
  readonly token: TokenLine
  readonly element: ReturnType<typeof useSettings>['element']
  readonly isPending: boolean
}

function Revoke({ token, element, isPending }: RevokeProps) {
  if (token.state === 'revoked') return null
  return (
    <Disclosure
      summary={
        <>
          Revoke<span className="sr-only"> {token.name}</span>
        </>
      }
    >
      <form {...element} className="flex flex-col items-start gap-2">
        <input type="hidden" name="name" value={token.name} />
        <p className="text-muted">It stops at once and for good.</p>
        <Button type="submit" size="sm" pending={isPending} pendingLabel="Revoking…">
          Revoke now
        </Button>
      </form>
    </Disclosure>
  )
}

const columns: readonly Column<TokenLine>[] = [
  {
    key: 'name',
    header: 'Name',
    rowHeader: true,
    bare: true,
    cell: (token) => (
      <>
        <span className="mr-2 font-medium">{token.name}</span>
        {token.state === 'revoked' && <Badge tone="refused">Revoked</Badge>}
        {token.state === 'expired' && <Badge tone="doubt">Expired</Badge>}
        <span className="block text-xs text-faint">{roleInWords(token.role)}</span>
      </>
    ),
  },
  {
    key: 'scope',
    header: 'May',
    cell: ({ operations, accounts }) => (
      <>
        {operations === null ? 'All operations' : operations.join(', ')}
        <span className="block text-xs text-faint">
          {accounts === null ? 'All accounts that are open to everybody' : accounts.join(', ')}
        </span>
      </>
    ),
  },
  {
    key: 'until',
    header: 'Works until',
    cell: ({ expiresAt, revokedAt }) => {
      if (revokedAt !== null)
        return (
          <>
            Revoked <Time at={revokedAt} />
          </>
        )
      return expiresAt === null ? 'Without an end' : <Time at={expiresAt} show="both" />
    },
    className: 'sm:w-40',
  },
  {
    key: 'used',
    header: 'Last used',
    cell: ({ usedAt }) =>
      usedAt === null ? <span className="text-faint">Never</span> : <Time at={usedAt} />,
    className: 'sm:w-32',
  },
]
