import type { OperationId } from '#lib/ca/operation.ts'
import type { Source } from '#lib/ca/outcome.ts'
import { dcvEmailLifeDays, mailboxCodeLifeHours } from '#lib/ca/rule-clock.ts'
import type { StepKind } from '#lib/ca/steps-table.ts'

const hour = 3_600_000
const day = 24 * hour

/** An e-mail whose age matters, and what is said about it. */
export interface ClockedEmail {
  /** One clock for each; `resend` and `replace` are about the same e-mail. */
  readonly id: string
  readonly title: string
  readonly step: StepKind | null
  /** What the CA did when the outcome is `done`. What was passed on is always “asked for”. */
  readonly did: string
  readonly advice: string
  readonly life?: Life
}

interface Life {
  readonly ms: number
  /** It is “soon” from this long before its end on. */
  readonly soon: number
  readonly running: string
  readonly over: string
  readonly adviceOver: string
  readonly source: Source
}

const lookFor = 'Ask whether it was found, also in the spam folder. If not, it can be sent again from here.'
const agreement: ClockedEmail = {
  id: 'agreement-email',
  title: 'Agreement e-mail',
  step: 'agreement',
  did: 'The CA sent it',
  advice: lookFor,
}
const callback: ClockedEmail = {
  id: 'callback-email',
  title: 'Callback e-mail',
  step: 'callback',
  did: 'The CA sent it',
  advice: 'Ask the customer whether it arrived, also in the spam folder. If not, ask the CA’s support.',
}

/** The operations that make the CA send one, or ask its staff to. */
export const clockedEmails: Readonly<Partial<Record<OperationId, ClockedEmail>>> = {
  'resend-click-through-email': agreement,
  'replace-click-through-email': agreement,
  'resend-callback-email': callback,
  'switch-callback-to-email': callback,
  'resend-dcv-email': {
    id: 'dcv-email',
    title: 'Domain control e-mail',
    step: 'domain-control',
    did: 'The CA accepted to send it',
    advice: lookFor,
    life: {
      ms: dcvEmailLifeDays * day,
      soon: 5 * day,
      running: `Its code is void after ${dcvEmailLifeDays} days at the latest, and sooner if the CA used an earlier code again.`,
      over: `Its code is void, because more than ${dcvEmailLifeDays} days have passed.`,
      adviceOver: 'Send it again, if the domain is not proven yet.',
      source: { document: 'CA/Browser Forum, TLS Baseline Requirements 2.2.6, 3.2.2.4.4' },
    },
  },
  'resend-smime-verification-email': {
    id: 'smime-verification-email',
    title: 'Mailbox verification e-mail',
    step: null,
    did: 'The CA confirmed that it sends it',
    advice: 'Ask whether every mailbox’s owner has confirmed, also those with a strict spam filter.',
    life: {
      ms: mailboxCodeLifeHours * hour,
      soon: 6 * hour,
      running: `It is void after ${mailboxCodeLifeHours} hours.`,
      over: `It is void, because more than ${mailboxCodeLifeHours} hours have passed.`,
      adviceOver: 'Send it again, if a mailbox is not verified yet.',
      source: { document: 'CA/Browser Forum, S/MIME Baseline Requirements 1.0.10, 3.2.2.2' },
    },
  },
  'resend-smime-invitation-email': {
    id: 'smime-invitation-email',
    title: 'Invitation e-mail',
    step: null,
    did: 'The CA confirmed that it sends it',
    advice: lookFor,
  },
  'resend-smime-collection-email': {
    id: 'smime-collection-email',
    title: 'Collection e-mail',
    step: null,
    did: 'The CA confirmed that it sends it',
    advice: lookFor,
  },
}
