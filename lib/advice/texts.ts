import type { OperationId } from '#lib/ca/operation.ts'
import type { StepKind } from '#lib/ca/steps-table.ts'
import type { AdviceLanguage } from './languages.ts'

/** Every text there is; each language has all of them. The first block is about steps, the second about outcomes. */
export const textIds = [
  'step-done',
  'step-not-needed',
  'step-not-known',
  'step-waits',
  'csr-customer',
  'csr-ca',
  'agreement',
  'dcv-email',
  'dcv-cname',
  'dcv-file',
  'dcv-unknown',
  'organisation',
  'ev-checks',
  'callback',
  'callback-after-agreement',
  'callback-after-organisation',
  'brand',
  'caa-owner',
  'caa-ca',
  'issue-due',
  'issuing',
  'issued',
  'order-rejected',
  'order-revoked',
  'order-unpaid',
  'sign-failed',
  'callback-booked',
  'callback-by-hand',
  'callback-time-past',
  'phone-proposed',
  'callback-to-email',
  'callback-email',
  'agreement-email',
  'agreement-address',
  'dcv-sent',
  'code-void',
  'smime-collection',
  'smime-verification',
  'smime-invitation',
  'passed-on',
  'nothing-done',
  'refused',
  'refused-agreement',
  'refused-open-steps',
  'refused-not-issued',
  'unrecognised',
  'unknown',
  'not-done',
] as const
export type TextId = (typeof textIds)[number]

/** Always there, so they may stand anywhere in a text. */
export const sureFacts = ['order', 'step', 'operation', 'sent', 'until', 'days', 'hours'] as const
/** Not always known, so they stand only in a choice: `[with {email}|without]`. */
export const perhapsFacts = ['domain', 'email', 'phone', 'when', 'extension'] as const
export type Fact = (typeof sureFacts)[number] | (typeof perhapsFacts)[number]

/**
 * One language. A text is lines of plain words with `{facts}`; `[a|b]` says a when every fact in it is known, and otherwise b. A line that
 * ends up empty is left out.
 */
export interface AdviceTexts {
  /** The first line of every text: which order it is about. */
  readonly heading: string
  /** The first line instead, of what rests on our reading of the order’s state and does not say so itself. */
  readonly stateHeading: string
  readonly steps: Readonly<Record<StepKind, string>>
  /** As the end of “We asked Sectigo for this: …”. */
  readonly operations: Readonly<Record<OperationId, string>>
  readonly texts: Readonly<Record<TextId, string>>
}

const loaders: Readonly<Record<AdviceLanguage, () => Promise<AdviceTexts>>> = {
  en: async () => (await import('./texts/en.ts')).texts,
  de: async () => (await import('./texts/de.ts')).texts,
  es: async () => (await import('./texts/es.ts')).texts,
  fr: async () => (await import('./texts/fr.ts')).texts,
  nl: async () => (await import('./texts/nl.ts')).texts,
  pt: async () => (await import('./texts/pt.ts')).texts,
  ru: async () => (await import('./texts/ru.ts')).texts,
}

/** The texts of one language, loaded when somebody asks for them, so that no page carries them. */
export async function loadTexts(language: AdviceLanguage): Promise<AdviceTexts> {
  return loaders[language]()
}
