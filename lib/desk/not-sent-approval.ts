import { base, stopped } from './not-sent.ts'
import type { NotSent } from './receipt.ts'

/** The words for contact changes that need a second person: where a request stands that nothing has come of yet, or ever will. */

/** `hours` are those that are left. */
export const waitsForApproval = (hours: number) =>
  stopped({
    ...base,
    cause: 'approval',
    title: 'Not sent: it waits for a second person',
    explanation: `Contact changes need a second person here. Your request was written down, and nothing was sent to the CA yet.`,
    nextStep: `Ask another manager or an administrator to approve it on this order’s page, within ${hours === 1 ? 'one hour' : `${hours} hours`}. It is then sent once.`,
  })

export const approvedJustNow = (decider: string | null) =>
  stopped({
    ...base,
    cause: 'approved',
    title: 'Not sent: it was approved a moment ago',
    explanation: `${decider ?? 'Somebody'} has approved it, and it is about to be sent. It was not sent a second time.`,
    nextStep: 'Ask again in a few seconds to get its receipt: nothing is sent twice.',
  })

/** What became of a request that waits no more. Its time may have run out without anybody having marked it yet: null. */
export const notApproved = (end: {
  readonly decision: string | null
  readonly decider: string | null
  readonly note: string | null
}) =>
  stopped({
    ...base,
    cause: 'not-approved',
    ...endOf(end.decision, end.decider ?? 'Somebody', end.note === null ? '' : `: “${end.note}”`),
    nextStep: 'To ask again, make a new request of it.',
  })

function endOf(decision: string | null, who: string, note: string): Pick<NotSent, 'title' | 'explanation'> {
  switch (decision) {
    case 'declined':
      return {
        title: 'Not sent: it was declined',
        explanation: `${who} declined this request${note}. Nothing was sent.`,
      }
    case 'withdrawn':
      return {
        title: 'Not sent: it was withdrawn',
        explanation: `${who} withdrew this request. Nothing was sent.`,
      }
    default:
      return {
        title: 'Not sent: nobody approved it in time',
        explanation: 'This request for approval has run out. Nothing was sent.',
      }
  }
}

/** The form said that it would wait, and the rule is off by now: what was pressed was asking, not sending. */
export const nobodyToAsk = () =>
  stopped({
    ...base,
    cause: 'not-needed',
    title: 'Not sent: a second person is not needed any more',
    explanation:
      'The rule was switched off after this form was opened. Nobody was asked, nothing was sent, and what you typed is kept.',
    nextStep: 'Look at it once more. The button below now sends it at once.',
  })
