import { samplePeople } from '../support/sample-people.ts'
import type { SimulatedOrder } from '../support/simulator-control.ts'
import { storyLines } from './stories.ts'

interface Started {
  readonly address: string
  readonly simulator: string
  readonly orders: readonly SimulatedOrder[]
}

/** What the demo prints once everything answers. */
export function greeting({ address, simulator, orders }: Started): string {
  return [
    '',
    `Unstuck is ready:  ${address}`,
    `The simulated CA:  ${simulator}   (what it received, what it "sent")`,
    '',
    'Sign in as',
    ...samplePeople.map(
      ({ role, email, password }) => `  ${role.padEnd(14)} ${email.padEnd(18)} ${password}`,
    ),
    '',
    'Sample orders, each with the link a ticket would carry',
    ...storyLines(address, orders),
    '',
    'Ctrl+C stops everything. The data is thrown away at the next start; "npm run demo -- --keep" goes on with it.',
  ].join('\n')
}
