import type { Example } from '../../example.ts'

export const examples: readonly Example[] = [
  {
    operation: 'resend-click-through-email',
    name: 'sends the agreement again',
    input: {},
    situation: { order: '10000201' },
    expect: { kind: 'done', code: 0, status: 1 },
  },
  {
    operation: 'resend-click-through-email',
    name: 'does nothing when the agreement is signed',
    input: {},
    situation: { order: '10000202' },
    expect: { kind: 'nothing-done', code: 0, status: 0 },
  },
  {
    operation: 'resend-click-through-email',
    name: 'is refused for a cancelled order',
    input: {},
    situation: { order: '10000204' },
    expect: { kind: 'refused', code: -20, status: null },
  },
  {
    operation: 'resend-click-through-email',
    name: 'is not recognised with the status that belongs to replacing',
    input: {},
    situation: {
      order: '10000201',
      answer: { endpoint: 'UpdateUserEvClickThrough', errorCode: 0, status: 2 },
    },
    expect: { kind: 'unrecognised', code: 0, status: 2 },
  },
  {
    operation: 'resend-click-through-email',
    name: 'is refused without permission',
    input: {},
    situation: {
      order: '10000201',
      answer: { endpoint: 'UpdateUserEvClickThrough', errorCode: -91, errorMessage: 'Permission denied' },
    },
    expect: { kind: 'refused', code: -91, status: null },
  },
  {
    operation: 'replace-click-through-email',
    name: 'replaces the address and sends',
    input: { adminEmailAddress: 'it-drift@osterbro-energi.example' },
    situation: { order: '10000203' },
    expect: { kind: 'done', code: 0, status: 1 },
  },
  {
    operation: 'replace-click-through-email',
    name: 'sends again when the address was the same',
    input: { adminEmailAddress: 'j.okafor@meridian-insurance.example' },
    situation: { order: '10000201' },
    expect: { kind: 'done', code: 0, status: 2 },
  },
  {
    operation: 'replace-click-through-email',
    name: 'does nothing when no agreement is needed',
    input: { adminEmailAddress: 'dons@fondation-lumiere.example' },
    situation: { order: '10000205' },
    expect: { kind: 'nothing-done', code: 0, status: 0 },
  },
  {
    operation: 'replace-click-through-email',
    name: 'is unknown when the answer is cut',
    input: { adminEmailAddress: 'name@example.com' },
    situation: { order: '90000005' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
