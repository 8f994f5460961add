// The two cards about status: what was read, and what was pushed.
import type { Controls } from '../simulator.ts'
import type { SentPush, StatusRead } from '../types.ts'
import { card, chip } from './card.ts'
import { html, type Html } from './html.ts'
import { shorten, type Chip } from './words.ts'

const violationWords: Record<StatusRead['violations'][number], string> = {
  concurrent: 'while another was unanswered',
  'too-soon': 'within 3 hours of the last',
}

export const readCard = (controls: Controls): Html => {
  const { concurrent, 'too-soon': tooSoon } = controls.readViolations()
  const lead =
    concurrent + tooSoon === 0
      ? 'CollectSSL, within the limits so far'
      : `CollectSSL: ${concurrent} at the same time, ${tooSoon} too soon`
  return card('Status reads', lead, controls.reads(), (read) => [
    html`<strong>${shorten(read.loginName, 64)}</strong>`,
    html`${read.violations.map((kind) => chip({ text: violationWords[kind], tone: 'refused' }))}`,
  ])
}

export const pushCard = (controls: Controls): Html => {
  const targets = controls.pushTargets()
  // The path of an address may be its key, so only the host is shown.
  const hosts = targets.map(({ account, url }) => `${account} at ${new URL(url).host}`)
  const lead = targets.length === 0 ? 'No address is set, so nothing is pushed' : `To ${hosts.join(', ')}`
  return card('Pushes', lead, controls.pushLog(), (push) => [
    html`${chip(outcomeOf(push))} <span class="faint">${push.method}</span>`,
    html`${shorten(push.content, 300)}`,
  ])
}

const outcomeOf = ({ answer, error }: SentPush): Chip => {
  if (answer) return { text: `HTTP ${answer.statusCode}`, tone: answer.statusCode < 300 ? 'open' : 'refused' }
  return error === undefined
    ? { text: 'waiting', tone: 'closed' }
    : { text: shorten(error, 50), tone: 'fault' }
}
