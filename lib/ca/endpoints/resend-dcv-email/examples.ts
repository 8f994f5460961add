import type { Example } from '../../example.ts'

export const examples: readonly Example[] = [
  {
    operation: 'resend-dcv-email',
    name: 'sends to the last address again',
    input: {},
    situation: { order: '10000301' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'sends to another address of the list',
    input: { dcvEmailAddress: 'postmaster@tante-emma.example' },
    situation: { order: '10000301' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'sends by the base order number, with a template',
    input: { baseOrderNumber: '20000301', dcvTemplateID: '7' },
    situation: { order: '10000301' },
    expect: { kind: 'done', code: 0, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is refused without an address when none was ever used',
    input: {},
    situation: { order: '10000302' },
    expect: { kind: 'refused', code: -3, status: null, field: 'dcvEmailAddress' },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is refused when the list is too old',
    input: { dcvEmailAddress: 'admin@soleemare.example' },
    situation: { order: '10000305' },
    expect: { kind: 'refused', code: -4, status: null, field: 'dcvEmailAddress' },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is refused when the domain is proven already',
    input: {},
    situation: {
      order: '10000303',
      answer: { endpoint: 'ResendDCVEmail', errorCode: -4711, errorMessage: 'DCV emails cannot be resent.' },
    },
    expect: { kind: 'refused', code: -4711, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is refused without permission',
    input: {},
    situation: { order: '10000307' },
    expect: { kind: 'refused', code: -91, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is not recognised when the code is new',
    input: {},
    situation: { order: '90000012' },
    expect: { kind: 'unrecognised', code: -987, status: null },
  },
  {
    operation: 'resend-dcv-email',
    name: 'is unknown when nothing comes back',
    input: {},
    situation: { order: '90000014' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
