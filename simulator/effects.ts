// What the simulated CA did, instead of sending an e-mail, calling somebody or asking its staff.

export type MailKind =
  'click-through' | 'dcv' | 'smime-collection' | 'smime-verification' | 'smime-invitation'
export type OutboxMail = {
  id: number
  at: string
  orderNumber: string
  kind: MailKind
  to: string
  subject: string
  template?: number
}

export type BookedCall = {
  id: number
  at: string
  orderNumber: string
  kind: 'automatic' | 'manual'
  /** As it was sent: `yyyy-mm-dd hh24:mi`, UTC. */
  preferredTimeUTC: string
  phoneNumber?: string
  extensionNumber?: string
  language: string
  comments?: string
  /** A later booking for the same order took its place. */
  superseded: boolean
}

export type StaffNote = {
  id: number
  at: string
  orderNumber: string
  action: string
  text: string
  comments?: string
}
