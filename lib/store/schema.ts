import type {
  ApprovalTable,
  BackOffTable,
  ChallengeTable,
  OneTimeLinkTable,
  PasskeyTable,
  PersonTable,
  RecoveryCodeTable,
  SessionTable,
  SignOnIdentityTable,
  TokenTable,
  TotpTable,
} from './schema-people.ts'

import type { ColumnType } from 'kysely'

/**
 * The tables, the same on SQLite and PostgreSQL: text, integer milliseconds, JSON as text. Flags are times ("disabled at") so that
 * nothing needs a boolean. Names are singular.
 */
export interface Database {
  person: PersonTable
  session: SessionTable
  token: TokenTable
  back_off: BackOffTable
  account: AccountTable
  dcv_template: DcvTemplateTable
  attempt: AttemptTable
  event: EventTable
  event_combination: EventCombinationTable
  instance: InstanceTable
  order_state: OrderStateTable
  read_turn: ReadTurnTable
  dcv_list: DcvListTable
  push_address: PushAddressTable
  setting: SettingTable
  one_time_link: OneTimeLinkTable
  totp: TotpTable
  recovery_code: RecoveryCodeTable
  passkey: PasskeyTable
  challenge: ChallengeTable
  sign_on_identity: SignOnIdentityTable
  account_person: AccountPersonTable
  approval: ApprovalTable
}

export interface AccountTable {
  id: string
  label: string
  login_name: string
  /** AES-256-GCM, sealed by the vault key. */
  password_sealed: string
  base_url: string
  created_at: number
  held_at: number | null
  hold_reason: string | null
  /** The attempt whose reply caused the hold. */
  hold_attempt: string | null
  /** Since when only the people in account_person, and administrators, may use it. */
  restricted_at: number | null
}

export interface DcvTemplateTable {
  account_id: string
  template_id: number
  name: string
}

/** The present state of each attempt: what the guards ask. The history beside it is what is proven. */
export interface AttemptTable {
  key: string
  operation: string
  account_id: string
  order_number: string
  ticket_id: string | null
  ticket_system: string | null
  actor_kind: string
  actor_id: string
  actor_name: string
  /** SHA-256 over operation, order, account and input: tells a repeat from a key used with other content. */
  content_hash: string
  input: string
  reason: string | null
  instance_id: string
  intended_at: number
  /** After this nobody can still be waiting for the CA: an open attempt past it is unknown. */
  deadline_at: number
  settled_at: number | null
  outcome_kind: string | null
  /** The outcome as JSON, null while open. */
  outcome: string | null
  raw: string | null
  resolved_at: number | null
  resolution: string | null
  masked_at: ColumnType<number | null, number | null | undefined>
}

/** The history: written once, never changed. `personal` may be masked; `hash` covers its digest, not its text. */
export interface EventTable {
  /** 1, 2, 3 … without a gap, given by the writer: a gap is a removed row. */
  seq: number
  at: number
  kind: string
  actor_kind: string
  actor_id: string
  actor_name: string
  account_id: string | null
  order_number: string | null
  operation: string | null
  attempt_key: string | null
  outcome_kind: string | null
  ticket_id: string | null
  ticket_system: string | null
  body: string
  personal: string | null
  personal_salt: string | null
  personal_digest: string | null
  prev_hash: string
  hash: string
}

/** Which actor, account, operation and outcome have met in an event that is listed, and in which one first; '' where it has none. */
export interface EventCombinationTable {
  actor_id: string
  account_id: string
  operation: string
  outcome_kind: string
  first_seq: number
}

/** One running server. Its heartbeat tells a slow instance from one that died. */
export interface InstanceTable {
  id: string
  host: string
  pid: number
  started_at: number
  seen_at: number
}

/** What was last read of an order at the CA, shared by everybody. */
export interface OrderStateTable {
  account_id: string
  order_number: string
  /** The last read that may have reached the CA: what the CA's three hours count from. */
  tried_at: number | null
  tried_by: string | null
  /** While a read is under way: when it is over at the latest. */
  reading_until: number | null
  read_at: number | null
  read_by: string | null
  /** The replies as JSON, from `read_at`; a failed read leaves them. */
  state: string | null
  /** Why the last read failed, as JSON; null when it did not. */
  failure: string | null
}

/** Whose turn it is to read with an account: the CA forbids two reads at one time. */
export interface ReadTurnTable {
  account_id: string
  holder: string
  until: number
}

/** The e-mail addresses that the CA takes for a domain, as last read. */
export interface DcvListTable {
  account_id: string
  domain: string
  tried_at: number
  read_at: number | null
  addresses: string | null
  raw: string | null
  failure: string | null
}

/** Where the CA may report to. The address itself is shown once and kept nowhere. */
export interface PushAddressTable {
  account_id: string
  /** SHA-256 of the token in the address. */
  token_hash: string
  created_at: number
}

/** What administrators set for everybody. */
export interface SettingTable {
  name: string
  /** JSON. */
  value: string
  changed_at: number
}

export interface AccountPersonTable {
  account_id: string
  person_id: string
}
