// A card of the activity: a heading, a count and what happened last, newest first.
import { html, type Html } from './html.ts'
import { shorten, type Chip } from './words.ts'

export const shown = 25

export const card = <T extends { at: string; orderNumber: string }>(
  title: string,
  lead: string,
  all: T[],
  lines: (item: T) => Html[],
): Html => html`
  <section class="card">
    <h2>${title} <span class="count">${all.length}</span></h2>
    <p class="lead">${lead}</p>
    ${all.length === 0 ? html`<p class="empty">Nothing yet.</p>` : scrolling(title, all, lines)}
  </section>
`

const scrolling = <T extends { at: string; orderNumber: string }>(
  title: string,
  all: T[],
  lines: (item: T) => Html[],
): Html => html`
  <div class="list" tabindex="0" role="region" aria-label="${title}">
    <ol>
      ${all
        .slice(-shown)
        .reverse()
        .map(
          (item) =>
            html`<li>
              <p class="meta">${time(item.at)} ${orderLink(item.orderNumber)}</p>
              ${lines(item)
                .filter((line) => line.text !== '')
                .map((line) => html`<p>${line}</p>`)}
            </li>`,
        )}
    </ol>
  </div>
`

export const chip = ({ text, tone }: Chip): Html =>
  html`<span class="chip ${tone}">${shorten(text, 60)}</span>`

export const time = (at: string): Html => html`<time datetime="${at}">${at.slice(11, 19)}</time>`

const orderLink = (orderNumber: string): Html =>
  /^\d+$/.test(orderNumber)
    ? html`<a href="#order-${orderNumber}">${orderNumber}</a>`
    : html`${shorten(orderNumber, 40)}`
