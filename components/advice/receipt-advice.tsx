'use client'

import { useCallback } from 'react'
import type { AdviceLanguage, OutcomeFacts } from '#lib/advice/advice.ts'
import { AdviceBox } from './advice-box.tsx'

export interface ReceiptAdviceProps {
  readonly receipt: OutcomeFacts
  /** The customer's time zone, when it is known. */
  readonly zone?: string
}

/** What can be told to the customer about a receipt. The text is made when it is asked for, so that it fits that moment. */
export function ReceiptAdvice({ receipt, zone }: ReceiptAdviceProps) {
  const write = useCallback(
    async (language: AdviceLanguage) => {
      const { adviceForOutcome } = await import('#lib/advice/advice.ts')
      return adviceForOutcome(receipt, language, { zone })
    },
    [receipt, zone],
  )
  return <AdviceBox write={write} language={receipt.input.language} />
}
