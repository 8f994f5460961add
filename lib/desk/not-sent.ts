import { pausedBy } from './pause-account.ts'
import type { Duplicate, FieldError, NotSent, Stopped } from './receipt.ts'

/**
 * The receipts of the guards: what stopped an attempt before anything left, in words, and what to do. Those that speak before the key is
 * looked up say "this time": the same attempt may have been sent when it came before.
 */

export const base = { kind: 'not-sent', errors: [], duplicate: null, retryAfterSeconds: null } as const

export const stopped = (notSent: NotSent): Stopped => ({ is: 'not-sent', notSent })

export const signedOut = () =>
  stopped({
    ...base,
    cause: 'signed-out',
    title: 'Not sent: you are signed out',
    explanation:
      'Your session has ended. Nothing was sent this time, and what you typed is kept in this tab.',
    nextStep: 'Sign in again and send the form.',
  })

export const foreignOrigin = () =>
  stopped({
    ...base,
    cause: 'origin',
    title: 'Not sent: the request did not come from this desk',
    explanation: 'Your browser says that another page made this request. Nothing was sent.',
    nextStep:
      'Open the order from the desk and try there. If it happens again, whoever runs the server should check PUBLIC_URL.',
  })

export const forbidden = (needed: string) =>
  stopped({
    ...base,
    cause: 'forbidden',
    title: 'Not sent: your role does not allow this',
    explanation: `This operation needs the role ${needed} or higher. Nothing was sent this time.`,
    nextStep: `Ask somebody with the role ${needed} to do it, or whoever runs the server to change your role.`,
  })

export const outOfScope = () =>
  stopped({
    ...base,
    cause: 'forbidden',
    title: 'Not sent: this token may not do this',
    explanation: 'The token is limited to other operations. Nothing was sent this time.',
    nextStep: 'Ask an administrator for a token with this operation in its scope.',
  })

export const disabled = () =>
  stopped({
    ...base,
    cause: 'forbidden',
    title: 'Not sent: your access has ended',
    explanation: 'This person or token was ended. Nothing was sent this time.',
    nextStep: 'Ask whoever runs the server.',
  })

export const unknownOperation = (operation: string) =>
  stopped({
    ...base,
    cause: 'input',
    title: 'Not sent: there is no such operation',
    explanation: `“${operation.slice(0, 80)}” is not an operation of this desk. Nothing was sent.`,
    nextStep: 'Choose an operation from the order’s page.',
    errors: [{ field: 'operation', message: 'Choose an operation from the list.' }],
  })

export const badInput = (errors: readonly FieldError[]) =>
  stopped({
    ...base,
    cause: 'input',
    title: 'Not sent: some of the form needs a change',
    explanation: 'Nothing was sent. What you typed is still there.',
    nextStep: 'Correct the fields named and send again.',
    errors,
  })

export const unknownAccount = (message: string) =>
  stopped({
    ...base,
    cause: 'account',
    title: 'Not sent: no such account',
    explanation: `${message} Nothing was sent this time.`,
    nextStep: 'Choose the account that the order belongs to.',
    errors: [{ field: 'account', message: 'Choose the account that the order belongs to.' }],
  })

export const unreadableCredentials = () =>
  stopped({
    ...base,
    cause: 'account',
    title: 'Not sent: the account’s password cannot be read',
    explanation:
      'The stored password could not be opened with the present vault key. Nothing was sent this time.',
    nextStep: 'Whoever runs the server should check VAULT_KEY or set the account’s password again.',
  })

export const keyReused = () =>
  stopped({
    ...base,
    cause: 'key-reused',
    title: 'Not sent: this form was already used for something else',
    explanation:
      'The same attempt key came with other content or from somebody else. Nothing was sent this time.',
    nextStep: 'Open the form anew and send it from there.',
  })

export const onHold = (hold: { label: string; reason: string }) =>
  stopped({
    ...base,
    cause: 'hold',
    title: `Not sent: the account ${hold.label} is on hold`,
    explanation: `${hold.reason} Until the hold is lifted nothing is sent for this account.`,
    nextStep: hold.reason.startsWith(pausedBy)
      ? 'An administrator lifts it on the desk when sending may go on.'
      : 'An administrator checks the four possible causes and lifts the hold on the desk.',
  })

export const duplicate = (earlier: Duplicate) =>
  stopped({
    ...base,
    cause: 'duplicate',
    duplicate: earlier,
    ...(earlier.kind === null
      ? {
          title: `Not sent: ${earlier.actor} is sending this right now`,
          explanation: 'The same operation on this order is under way. Nothing was sent a second time.',
          nextStep: 'Wait for its receipt in the timeline.',
        }
      : {
          title: 'Not sent: this was done a short while ago',
          explanation: `${earlier.actor} did the same operation on this order: ${earlier.title ?? earlier.kind}. Nothing was sent a second time.`,
          nextStep: 'Look at that receipt first. If it has to be sent again all the same, say why and go on.',
        }),
  })

export const throttled = (retryAfterSeconds: number) =>
  stopped({
    ...base,
    cause: 'throttled',
    retryAfterSeconds,
    title: 'Not sent: too many attempts in a short time',
    explanation: 'You have reached the number of attempts allowed in a minute. Nothing was sent.',
    nextStep: `Try again in ${retryAfterSeconds === 1 ? 'one second' : `${retryAfterSeconds} seconds`}.`,
  })

/** The list that the address stood on is older than the CA takes it, and the new one does not have it. */
export const dcvAddressGone = (domain: string, address: string, accepted: readonly string[]) =>
  badInput([
    {
      field: 'dcvEmailAddress',
      message:
        accepted.length === 0
          ? `The CA does not take ${address} for ${domain} any more, nor any other address. Prove the domain by a CNAME record in the DNS or by a file on the web server.`
          : `The CA does not take ${address} for ${domain} any more. It takes: ${accepted.join(', ')}.`,
    },
  ])

export const dcvListUnread = (
  domain: string,
  why: { readonly explanation: string; readonly nextStep: string },
  retryAfterSeconds: number | null,
) =>
  stopped({
    ...base,
    cause: 'dcv-list',
    retryAfterSeconds,
    title: 'Not sent: the CA’s list of addresses could not be read',
    explanation: `The list of addresses for ${domain} is more than 24 hours old, and the CA takes an address from a newer list only. Reading it again failed: ${why.explanation} The e-mail was not sent.`,
    nextStep: `It is safe to send it again. ${why.nextStep}`,
  })

export const stopping = () =>
  stopped({
    ...base,
    cause: 'stopping',
    retryAfterSeconds: 10,
    title: 'Not sent: the server is stopping',
    explanation: 'The server is being stopped or started again and takes nothing new. Nothing was sent.',
    nextStep: 'Send it again in a few seconds: another server takes it, or this one once it is back.',
  })

export const historyUnavailable = () =>
  stopped({
    ...base,
    cause: 'history',
    title: 'Not sent: the history could not be written',
    explanation:
      'Nothing goes to the CA without a record, and the record could not be written just now. Nothing was sent this time.',
    nextStep: 'Try again in a minute. If it stays, tell whoever runs the server.',
  })
