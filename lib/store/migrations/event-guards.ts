import 'server-only'
import { sql, type Kysely } from 'kysely'
import type { Dialect } from '../migrations.ts'

const kept = [
  'seq',
  'at',
  'kind',
  'actor_kind',
  'actor_id',
  'actor_name',
  'account_id',
  'order_number',
  'operation',
  'attempt_key',
  'outcome_kind',
  'ticket_id',
  'ticket_system',
  'body',
  'personal_digest',
  'prev_hash',
  'hash',
]

/** The hash that the first row follows. */
export const firstPrevHash = '0'.repeat(64)

/**
 * Makes the database itself refuse what the history never does: change a row (masking its personal data apart), delete one, or add one
 * that does not follow the last. Whoever owns the database can take these away; then the chain of hashes still tells.
 */
export async function guardEvents(db: Kysely<unknown>, dialect: Dialect): Promise<void> {
  for (const statement of dialect === 'sqlite' ? sqliteGuards() : postgresGuards())
    await sql.raw(statement).execute(db)
}

function sqliteGuards(): readonly string[] {
  const same = kept.map((column) => `new.${column} is old.${column}`).join(' and ')
  return [
    `create trigger event_only_masked before update on event
      when not (${same} and new.personal is null and new.personal_salt is null)
      begin select raise(abort, 'the history is never changed'); end`,
    `create trigger event_kept before delete on event
      begin select raise(abort, 'the history is never deleted'); end`,
    `create trigger event_follows before insert on event
      when new.seq is not coalesce((select max(seq) from event), 0) + 1
        or new.prev_hash is not coalesce((select hash from event order by seq desc limit 1), '${firstPrevHash}')
      begin select raise(abort, 'a row of the history follows the last one'); end`,
  ]
}

function postgresGuards(): readonly string[] {
  const same = kept.map((column) => `new.${column} is not distinct from old.${column}`).join(' and ')
  return [
    `create function event_guard() returns trigger language plpgsql as $$
      declare last record;
      begin
        if tg_op = 'UPDATE' then
          if ${same} and new.personal is null and new.personal_salt is null then return new; end if;
          raise exception 'the history is never changed';
        elsif tg_op = 'INSERT' then
          select seq, hash into last from event order by seq desc limit 1;
          if new.seq is distinct from coalesce(last.seq, 0) + 1
            or new.prev_hash is distinct from coalesce(last.hash, '${firstPrevHash}') then
            raise exception 'a row of the history follows the last one';
          end if;
          return new;
        end if;
        raise exception 'the history is never deleted';
      end $$`,
    `create trigger event_rows before insert or update or delete on event for each row execute function event_guard()`,
    `create trigger event_whole before truncate on event for each statement execute function event_guard()`,
  ]
}
