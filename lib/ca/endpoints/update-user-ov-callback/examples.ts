import type { Example } from '../../example.ts'

/** Far enough ahead to stay in the future, on a Wednesday. */
const time = '2031-05-14 13:30'

export const examples: readonly Example[] = [
  {
    operation: 'schedule-callback',
    name: 'books the automatic call, with extension and language',
    input: { preferredTimeUTC: time, extensionNumber: '204', language: 'de-de' },
    situation: { order: '10000101' },
    expect: { kind: 'done', code: 0, status: 1 },
  },
  {
    operation: 'schedule-callback',
    name: 'does nothing when the callback is complete',
    input: { preferredTimeUTC: time },
    situation: { order: '10000103' },
    expect: { kind: 'nothing-done', code: 0, status: 0 },
  },
  {
    operation: 'schedule-callback',
    name: 'is refused while the number is not verified',
    input: { preferredTimeUTC: time },
    situation: { order: '10000105' },
    expect: { kind: 'refused', code: -20, status: null },
  },
  {
    operation: 'schedule-callback',
    name: 'is refused for an order number that does not exist',
    input: { preferredTimeUTC: time },
    situation: { order: '10009999' },
    expect: { kind: 'refused', code: -4, status: null, field: 'order' },
  },
  {
    operation: 'schedule-callback',
    name: 'is refused when the login fails',
    input: { preferredTimeUTC: time },
    situation: { order: '10000106', answer: { endpoint: 'UpdateUserOvCallback', errorCode: -16 } },
    expect: { kind: 'refused', code: -16, status: null },
  },
  {
    operation: 'schedule-callback',
    name: 'is not recognised when accepted without a status',
    input: { preferredTimeUTC: time },
    situation: { order: '10000106', answer: { endpoint: 'UpdateUserOvCallback', errorCode: 0 } },
    expect: { kind: 'unrecognised', code: 0, status: null },
  },
  {
    operation: 'schedule-callback',
    name: 'is not recognised when the status is new',
    input: { preferredTimeUTC: time },
    situation: { order: '90000013' },
    expect: { kind: 'unrecognised', code: 0, status: 7 },
  },
  {
    operation: 'schedule-callback',
    name: 'is unknown when a web page comes back',
    input: { preferredTimeUTC: time },
    situation: { order: '90000006' },
    expect: { kind: 'unknown', code: null, status: null },
  },
  {
    operation: 'schedule-callback',
    name: 'is unknown when the connection is lost',
    input: { preferredTimeUTC: time },
    situation: { order: '90000003' },
    expect: { kind: 'unknown', code: null, status: null },
  },
  {
    operation: 'request-manual-callback',
    name: 'passes the wish for a call by hand on',
    input: {
      preferredTimeUTC: time,
      comments: 'Please ask for Ms Neumann.\nThe phone menu takes no extension.',
    },
    situation: { order: '10000101' },
    expect: { kind: 'passed-on', code: 0, status: 1 },
  },
  {
    operation: 'request-manual-callback',
    name: 'does nothing when no callback is needed',
    input: { preferredTimeUTC: time },
    situation: { order: '10000104' },
    expect: { kind: 'nothing-done', code: 0, status: 0 },
  },
  {
    operation: 'replace-callback-phone',
    name: 'passes the new number on',
    input: { phoneNumber: '+372 600 1234' },
    situation: { order: '10000107' },
    expect: { kind: 'passed-on', code: 0, status: 1 },
  },
  {
    operation: 'replace-callback-phone',
    name: 'is refused when the callback is locked',
    input: { phoneNumber: '+49 30 23125 221' },
    situation: { order: '10000108' },
    expect: { kind: 'refused', code: -20, status: null },
  },
  {
    operation: 'switch-callback-to-email',
    name: 'passes the new address on',
    input: { emailAddress: 'portal@nordlicht-logistik.example' },
    situation: { order: '10000101' },
    expect: { kind: 'passed-on', code: 0, status: 1 },
  },
  {
    operation: 'switch-callback-to-email',
    name: 'does nothing when the callback is complete',
    input: { emailAddress: 'it@harbourfinch.example' },
    situation: { order: '10000103' },
    expect: { kind: 'nothing-done', code: 0, status: 0 },
  },
  {
    operation: 'resend-callback-email',
    name: 'passes the wish for the e-mail on',
    input: {},
    situation: { order: '10000102' },
    expect: { kind: 'passed-on', code: 0, status: 1 },
  },
  {
    operation: 'resend-callback-email',
    name: 'is unknown when the server fails',
    input: {},
    situation: { order: '90000007' },
    expect: { kind: 'unknown', code: null, status: null },
  },
]
