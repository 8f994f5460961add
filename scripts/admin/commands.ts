import { accountCommands } from './accounts.ts'
import { callingHoursCommands } from './calling-hours.ts'
import { historyCommands } from './history.ts'
import { moveCommands } from './move-to-postgres.ts'
import { peopleCommands } from './people.ts'
import { restoreCommands } from './restore.ts'
import { storeCommands } from './store.ts'
import { tokenCommands } from './tokens.ts'
import { vaultCommands } from './vault.ts'

export type Values = Readonly<Record<string, string | undefined>>

export interface Command {
  readonly about: string
  /** Options that must be given. */
  readonly needs: readonly string[]
  readonly takes?: readonly string[]
  /** Options without a value; given, their value is `true`. */
  readonly flags?: readonly string[]
  /** The name of its one argument without an option. */
  readonly positional?: string
  /** True when it reads a password. */
  readonly isSecret?: boolean
  readonly run: (values: Values) => Promise<void>
}

export const commands: Readonly<Record<string, Command>> = {
  ...peopleCommands,
  ...accountCommands,
  ...tokenCommands,
  ...callingHoursCommands,
  ...historyCommands,
  ...storeCommands,
  ...restoreCommands,
  ...moveCommands,
  ...vaultCommands,
}
