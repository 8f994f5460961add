/** The tables of people, of how they show who they are, and of what needs two of them. See schema.ts. */

export interface PersonTable {
  id: string
  /** Lower case; unique. */
  email: string
  name: string
  role: string
  password_hash: string
  created_at: number
  disabled_at: number | null
  /** Since when this person may not work without a second factor; null when only their role decides. */
  second_factor_required_at: number | null
}

export interface SessionTable {
  /** SHA-256 of the id that the cookie carries. */
  id_hash: string
  person_id: string
  created_at: number
  seen_at: number
  ended_at: number | null
  /** The browser, as it names itself, so that people recognise their sessions. */
  device: string | null
  /** When its person last showed who they are; null when nobody knows, as after some single sign-ons. */
  proved_at: number | null
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
  /** JSON: the operations and accounts it may use; null means all that its role may. */
  scopes: string | null
  expires_at: number | null
}

/** Failed sign-ins: of a person from an address, of an address, of a person. Keys hold a digest of what was typed as e-mail. */
export interface BackOffTable {
  key: string
  failures: number
  blocked_until: number
  updated_at: number
}

/** A link that lets its holder set a password once: an invitation, or after a reset. */
export interface OneTimeLinkTable {
  token_hash: string
  person_id: string
  purpose: string
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface TotpTable {
  person_id: string
  /** Sealed by the vault key. */
  secret_sealed: string
  created_at: number
  /** Null until the first code was right; it counts as a second factor from then on. */
  confirmed_at: number | null
  /** The time step of the last code taken: each code counts once. */
  last_step: number | null
}

export interface RecoveryCodeTable {
  person_id: string
  code_hash: string
  used_at: number | null
}

export interface PasskeyTable {
  /** The credential's id, base64url. */
  id: string
  person_id: string
  name: string
  /** COSE key, base64url. */
  public_key: string
  counter: number
  /** JSON array. */
  transports: string
  created_at: number
  used_at: number | null
}

/** What a later request has to answer: a second factor, a passkey, the way back from single sign-on. Used once. */
export interface ChallengeTable {
  id_hash: string
  purpose: string
  person_id: string | null
  data: string
  expires_at: number
  tries: number
}

/** A person as single sign-on knows them. */
export interface SignOnIdentityTable {
  issuer: string
  subject: string
  person_id: string
  created_at: number
  used_at: number | null
}

/** A contact change that waits for a second person, or was decided. */
export interface ApprovalTable {
  id: string
  operation: string
  account_id: string
  order_number: string
  ticket_id: string | null
  ticket_system: string | null
  content_hash: string
  input: string
  reason: string
  /** When the requester asked to go past the duplicate guard; null when they did not. */
  override_at: number | null
  requester_kind: string
  requester_id: string
  requester_name: string
  requested_at: number
  expires_at: number
  decided_at: number | null
  /** `approved`, `declined`, `withdrawn` or `expired`. */
  decision: string | null
  decider_id: string | null
  decider_name: string | null
  note: string | null
  /** The attempt that an approval led to. */
  attempt_key: string | null
}
