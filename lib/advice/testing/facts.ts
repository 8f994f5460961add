import type { OutcomeFacts, StepFacts } from '../advice.ts'

/** When the facts below came to be; epoch milliseconds. */
export const at = Date.parse('2026-11-20T09:00:00Z')

/** An e-mail that was sent again, and what differs from that. For tests only. */
export const outcome = (more: Partial<OutcomeFacts>): OutcomeFacts => ({
  order: '12345678',
  operation: 'resend-dcv-email',
  kind: 'done',
  code: 0,
  at,
  input: {},
  ...more,
})

/** An agreement that the customer has not signed, and what differs from that. For tests only. */
export const step = (more: Partial<StepFacts>): StepFacts => ({
  kind: 'agreement',
  title: 'Agreement',
  state: 'waiting',
  actsNext: 'the customer',
  says: '',
  rawField: null,
  rawValue: null,
  ...more,
})
