'use client'

import { useCallback } from 'react'
import type { AdviceLanguage } from '#lib/advice/advice.ts'
import type { Step } from '#lib/ca/step.ts'
import { AdviceBox } from './advice-box.tsx'

export interface StepAdviceProps {
  readonly step: Step
  readonly order: string
  /** The customer's language, as a callback language or a language tag, when it is known. */
  readonly language?: string
}

/** What can be told to the customer about a step of an order. Meant for the inside of a disclosure, where it loads nothing until it is opened. */
export function StepAdvice({ step, order, language }: StepAdviceProps) {
  const write = useCallback(
    async (language: AdviceLanguage) => {
      const { adviceForStep } = await import('#lib/advice/advice.ts')
      return adviceForStep(step, order, language)
    },
    [step, order],
  )
  return <AdviceBox write={write} language={language} />
}
