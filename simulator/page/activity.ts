// The part of the page that changes by itself: outbox, calls, notes to staff, requests. Newest first.
import type { Controls } from '../simulator.ts'
import type { RecordedRequest } from '../types.ts'
import { card, chip, shown, time } from './card.ts'
import { html, type Html } from './html.ts'
import { pushCard, readCard } from './reads-and-pushes.ts'
import { answerTextOf, answerWords, argumentsOf, shorten } from './words.ts'

export const activity = (controls: Controls): Html => html`
  <div class="cards">
    ${card('Outbox', 'E-mails the CA would have sent', controls.outbox(), (mail) => [
      html`<strong>${mail.to}</strong>`,
      html`${mail.subject}`,
      html`${mail.template !== undefined && html`<span class="faint">Template ${mail.template}</span>`}`,
    ])}
    ${card('Calls', 'Booked or asked for', controls.calls(), (call) => [
      html`<strong class="${call.superseded ? 'struck' : ''}">${call.preferredTimeUTC} UTC</strong>`,
      html`${call.kind === 'automatic' ? 'Automatic call' : 'Call by hand'},
      ${call.language}${
        call.phoneNumber !== undefined && html`, ${call.phoneNumber}`
      }${call.extensionNumber !== undefined && html`, extension ${call.extensionNumber}`}`,
      html`${call.superseded && html`<span class="faint">A later booking took its place</span>`}`,
      html`${call.comments !== undefined && html`<q>${shorten(call.comments, 200)}</q>`}`,
    ])}
    ${card('Notes to staff', 'What a person at the CA must act on', controls.notes(), (note) => [
      html`<strong>${note.action}</strong>`,
      html`${note.text}`,
      html`${note.comments !== undefined && html`<q>${shorten(note.comments, 200)}</q>`}`,
    ])}
    ${readCard(controls)} ${pushCard(controls)}
  </div>
  ${requests(controls.requests())}
`

const requests = (all: RecordedRequest[]): Html => html`
  <section class="card">
    <h2>Requests <span class="count">${all.length}</span></h2>
    <p class="lead">What arrived, and what was answered. Passwords are not shown.</p>
    ${all.length === 0 && html`<p class="empty">No request yet.</p>`}
    ${all
      .slice(-shown)
      .reverse()
      .map(
        (request) =>
          html`<details class="request" data-key="request-${request.id}">
            <summary>
              ${time(request.at)}
              <span class="what">${nameOf(request)}</span>
              <span class="order">${shorten(request.orderNumber ?? '', 20)}</span>
              ${chip(answerWords(request))}
            </summary>
            <dl>
              ${argumentsOf(request).map(
                ([name, value]) =>
                  html`<dt>${name}</dt>
                    <dd>${value}</dd>`,
              )}
            </dl>
            <p class="faint">Answer${request.answer?.fault && html` (${request.answer.fault})`}</p>
            <pre tabindex="0">${answerTextOf(request)}</pre>
          </details>`,
      )}
  </section>
`

// The query is left out: a password could stand in it.
const nameOf = (request: RecordedRequest): string => {
  const path = shorten(request.path.split('?', 1)[0] ?? '', 60)
  const name = request.endpoint ?? path
  const action = request.action === undefined ? '' : ` · ${shorten(request.action, 40)}`
  return `${request.method === 'POST' ? '' : `${request.method} `}${name}${action}`
}
