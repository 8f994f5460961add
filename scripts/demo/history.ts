import type { SampleRole } from '../support/sample-people.ts'

/** One operation of the demo's history. It is really performed, so what the history shows is what the simulated CA answered. */
export interface Deed {
  readonly by: SampleRole
  readonly operation: string
  readonly order: string
  readonly account: string
  readonly ticket: string
  readonly input: Readonly<Record<string, string>>
  readonly reason?: string
}

const hour = 3_600_000

/** What the sample people did before the visitor came: among it one answer that was lost, one "nothing done" and one refusal. */
export function demoHistory(now: number): readonly Deed[] {
  return [
    deed('agent', 'resend-click-through-email', '10000201', 'Demo EU', '4702'),
    deed('agent', 'resend-callback-email', '10000103', 'Demo EU', '4703'),
    deed('agent', 'resend-dcv-email', '10000301', 'Demo EU', '4705', {
      dcvEmailAddress: 'postmaster@tante-emma.example',
    }),
    deed(
      'manager',
      'replace-callback-phone',
      '10000107',
      'Demo EU',
      '4706',
      { phoneNumber: '+372 600 2000' },
      {
        reason: 'The customer called from the new number; it is in the commercial register.',
      },
    ),
    deed('agent', 'schedule-callback', '10000105', 'Demo EU', '4707', {
      preferredTimeUTC: wholeHour(now + 26 * hour),
    }),
    deed('agent', 'schedule-callback', '10000106', 'Demo EU', '4708', {
      preferredTimeUTC: wholeHour(now + 3 * hour),
      extensionNumber: '204',
      language: 'fr-fr',
    }),
    deed('manager', 'resend-smime-collection-email', '10000403', 'Demo EU', '4709'),
    deed('manager', 'schedule-callback', lostOrder, 'Demo US', '4710', {
      preferredTimeUTC: wholeHour(now + 20 * hour),
    }),
  ]
}

/** The order whose answer the simulator is told to lose once. */
export const lostOrder = '10000501'

function deed(
  by: SampleRole,
  operation: string,
  order: string,
  account: string,
  ticket: string,
  input: Readonly<Record<string, string>> = {},
  more: { reason?: string } = {},
): Deed {
  return { by, operation, order, account, ticket, input, ...more }
}

/** The CA's way to write a time: `yyyy-mm-dd hh24:mi`, UTC. */
export function wholeHour(at: number): string {
  return new Date(Math.ceil(at / hour) * hour).toISOString().slice(0, 16).replace('T', ' ')
}
