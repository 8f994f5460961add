import 'server-only'
import { insertPerson } from '#lib/store/people.ts'
import { approveChange } from '../decide-approval.ts'
import type { Desk } from '../desk.ts'
import { performOperation, type OperationRequest } from '../perform-operation.ts'
import type { Actor } from '../receipt.ts'
import { defaultRules, saveRules } from '../rules.ts'
import type { TestDesk } from './test-desk.ts'

/** A second manager, the rule that contact changes need one, and the few moves of asking and agreeing. */
export async function withSecondPerson(test: TestDesk) {
  const second: Actor = { kind: 'person', id: crypto.randomUUID(), name: 'Another manager', role: 'manager' }
  const { id, name, role } = second
  const row = { id, name, role, email: 'second@example.org', password_hash: 'none', created_at: 0 }
  await test.desk.store.write((tx) =>
    insertPerson(tx, { ...row, disabled_at: null, second_factor_required_at: null }),
  )
  const rule = async (secondPerson: boolean) => {
    const rules = { ...defaultRules, secondPerson }
    const saved = await saveRules(test.desk, { actor: test.people.administrator, rules })
    if (!saved.ok) throw new Error('the rule was not saved')
  }
  await rule(true)

  /** A contact change as its form or a program asks for it. */
  const change = (changes: Partial<OperationRequest> = {}) =>
    test.request({
      actor: test.people.manager,
      operation: 'replace-callback-phone',
      input: test.validInput('replace-callback-phone'),
      reason: 'The customer’s office has moved.',
      ...changes,
    })
  /** What came of asking for it: a guard's cause, or `receipt`. */
  const ask = async (wanted: OperationRequest, desk: Desk = test.desk) => {
    const performed = await performOperation(desk, wanted)
    return performed.is === 'receipt' ? 'receipt' : performed.notSent.cause
  }

  return {
    second,
    rule,
    change,
    ask,
    /** Asks for a change that then waits, and answers the request's id. */
    request: async (changes: Partial<OperationRequest> = {}) => {
      const wanted = change(changes)
      const came = await ask(wanted)
      if (came !== 'approval') throw new Error(`the change does not wait: ${came}`)
      return wanted.key
    },
    approve: (approval: string, actor: Actor = second, desk: Desk = test.desk) =>
      approveChange(desk, { actor, approval, note: '' }),
    sent: () => test.simulator.requests().length,
    kinds: async () =>
      (await test.desk.store.db.selectFrom('event').select('kind').orderBy('seq').execute()).map(
        ({ kind }) => kind,
      ),
  }
}
