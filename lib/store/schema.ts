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
  instance: InstanceTable
  order_state: OrderStateTable
  read_turn: ReadTurnTable
  dcv_list: DcvListTable
  push_address: PushAddressTable
  setting: SettingTable
}

export interface PersonTable {
  id: string
  /** Lower case; unique. */
  email: string
  name: string
  role: string
  password_hash: string
  created_at: number
  disabled_at: number | null
}

export interface SessionTable {
  /** SHA-256 of the id that the cookie carries. */
  id_hash: string
  person_id: string
  created_at: number
  seen_at: number
  ended_at: number | null
}

export interface TokenTable {
  id: string
  name: string
  role: string
  /** SHA-256 of the token; the token itself is shown once and kept nowhere. */
  token_hash: string
  created_at: number
  used_at: number | null
  revoked_at: number | null
}

/** Failed sign-ins: of a person from an address, of an address, of a person. Keys hold a digest of what was typed as e-mail. */
export interface BackOffTable {
  key: string
  failures: number
  blocked_until: number
  updated_at: number
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
