import { dcvEmailLifeDays, mailboxCodeLifeHours } from '#lib/ca/rule-clock.ts'
import { cleanFact, type Facts, fill, typeset } from './fill.ts'
import type { AdviceLanguage } from './languages.ts'
import { callTime, codeLife, type OutcomeFacts, textForOutcome } from './outcome-advice.ts'
import { speakDay, speakList, speakWhen } from './speak.ts'
import { headingFor, namedBy, type StepFacts, textForStep } from './step-advice.ts'
import { loadTexts } from './texts.ts'

export { type AdviceLanguage, adviceLanguages } from './languages.ts'
export type { OutcomeFacts } from './outcome-advice.ts'
export type { StepFacts } from './step-advice.ts'

/**
 * What an agent can tell the customer about a step of `order`, as plain text of three to seven lines. Loads the language.
 *
 * @see steps-table.ts in lib/ca for what each state of a step means, with its source
 */
export async function adviceForStep(
  step: StepFacts,
  order: string,
  language: AdviceLanguage,
): Promise<string> {
  const texts = await loadTexts(language)
  const named = namedBy(step)
  const domain = cleanFact(named.domain)
  const id = textForStep(step)
  const template = `${texts[headingFor(id)]}\n${texts.texts[id]}`
  return compose(template, language, order, {
    step: fill(texts.steps[step.kind], { domain }),
    domain,
    email: cleanFact(named.email),
  })
}

export interface OutcomeAdviceOptions {
  /** The customer’s time zone, an IANA name; times are told in UTC alone without it. */
  readonly zone?: string | null
  /** Milliseconds since the epoch; the present moment when left out. */
  readonly now?: number
}

/**
 * What an agent can tell the customer about an outcome, as plain text of three to seven lines. Loads the language. It never says more than
 * the outcome does: `passed-on` is told as asked for, and `unknown` as being checked.
 *
 * @see the outcome tables in lib/ca/endpoints for what each outcome means, with its source
 */
export async function adviceForOutcome(
  facts: OutcomeFacts,
  language: AdviceLanguage,
  { zone = null, now = Date.now() }: OutcomeAdviceOptions = {},
): Promise<string> {
  const texts = await loadTexts(language)
  const { input, operation, at } = facts
  const call = callTime(input)
  const life = codeLife[operation]
  const template = `${texts.heading}\n${texts.texts[textForOutcome(facts, now)]}`
  return compose(template, language, facts.order, {
    operation: texts.operations[operation],
    email: addressesOf(facts, language),
    phone: cleanFact(input.phoneNumber),
    extension: cleanFact(input.extensionNumber),
    ...(call === null ? {} : { when: speakWhen(call, zone, language) }),
    sent: speakDay(at, zone, language),
    ...(life === undefined ? {} : { until: speakWhen(at + life, zone, language) }),
  })
}

function compose(template: string, language: AdviceLanguage, order: string, facts: Facts) {
  const all: Facts = {
    ...facts,
    order: cleanFact(order) ?? '–',
    days: String(dcvEmailLifeDays),
    hours: String(mailboxCodeLifeHours),
  }
  return typeset(fill(template, all), language)
}

/** The addresses that were named, when each is clean and they are few enough for a sentence. */
function addressesOf({ input }: OutcomeFacts, language: AdviceLanguage): string | undefined {
  const named = input.emailAddress ?? input.adminEmailAddress ?? input.dcvEmailAddress ?? ''
  const given = named.split(',')
  const clean = given.flatMap((one) => cleanFact(one) ?? [])
  const sayable = clean.length === given.length && clean.length <= 3
  return sayable ? cleanFact(speakList(clean, language)) : undefined
}
