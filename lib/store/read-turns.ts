import 'server-only'
import type { Kysely, Transaction } from 'kysely'
import type { Database } from './schema.ts'

/** Whether an account's turn to read is free, without waiting for any writer. Only taking it decides. */
export async function isReadTurnFree(db: Kysely<Database>, accountId: string, now: number): Promise<boolean> {
  const turn = await db
    .selectFrom('read_turn')
    .select('until')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return turn === undefined || turn.until <= now
}

/** Takes an account's turn to read until a time at the latest. Answers false when another read of any server has it. */
export async function takeReadTurn(
  tx: Transaction<Database>,
  turn: { accountId: string; holder: string; now: number; until: number },
): Promise<boolean> {
  const { accountId, holder, now, until } = turn
  const result = await tx
    .insertInto('read_turn')
    .values({ account_id: accountId, holder, until })
    .onConflict((on) =>
      on.column('account_id').doUpdateSet({ holder, until }).where('read_turn.until', '<=', now),
    )
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Gives the turn back. Does nothing when it ran out and another read has it by now. */
export async function endReadTurn(
  tx: Transaction<Database>,
  turn: { accountId: string; holder: string },
): Promise<void> {
  await tx
    .deleteFrom('read_turn')
    .where('account_id', '=', turn.accountId)
    .where('holder', '=', turn.holder)
    .execute()
}
