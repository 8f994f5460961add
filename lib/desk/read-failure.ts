import type { Outcome } from '#lib/ca/outcome.ts'
import type { ReadFailure } from './order-state.ts'

/** Why a read told nothing, from what the CA’s answer, or its absence, means. `at` in epoch milliseconds. */
export function failureOf(outcome: Outcome, raw: string | null, at: number): ReadFailure {
  const { code, title, explanation, nextStep, message } = outcome
  const words = message === null ? explanation : `${explanation} The CA’s own words: “${message}”`
  return { at, code, title, explanation: words, nextStep, raw }
}

/** A read that began at `at` and whose end nobody wrote down in time. */
export const notEnded = (at: number, nextStep: string): ReadFailure => ({
  at,
  code: null,
  title: 'Not read: the last read has not ended',
  explanation: 'It is under way, or the program ended before its end was written down.',
  nextStep,
  raw: null,
})
