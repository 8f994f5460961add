import type { AccountRow } from '#lib/store/accounts.ts'
import { pausedBy } from './pause-account.ts'
import type { AccountChoice } from './views.ts'

/** An account as the screens may see it: no login name, no password, no address. */
export function accountChoice(row: AccountRow): AccountChoice {
  return {
    id: row.id,
    label: row.label,
    hold:
      row.held_at === null
        ? null
        : {
            at: row.held_at,
            reason: row.hold_reason ?? '',
            attempt: row.hold_attempt,
            isPause: row.hold_reason?.startsWith(pausedBy) === true,
          },
  }
}
