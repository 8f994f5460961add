'use client'

import { useState, useSyncExternalStore } from 'react'
import { type AdviceLanguage, adviceLanguageOf } from '#lib/advice/languages.ts'

const key = 'unstuck:advice-language'

/**
 * The language of a text for the customer and how to choose another. What was chosen here comes first, then the customer's own language as far
 * as it is known, then what was chosen last, then English.
 */
export function useAdviceLanguage(known: string | undefined): [AdviceLanguage, (chosen: string) => void] {
  const [chosen, setChosen] = useState<AdviceLanguage | null>(null)
  const remembered = useSyncExternalStore(onStorage, read, () => null)
  const choose = (text: string) => {
    setChosen(adviceLanguageOf(text))
    write(text)
  }
  return [chosen ?? adviceLanguageOf(known) ?? adviceLanguageOf(remembered) ?? 'en', choose]
}

function onStorage(changed: () => void): () => void {
  addEventListener('storage', changed)
  return () => removeEventListener('storage', changed)
}

/** Browsers may refuse to keep anything; then nothing is remembered. */
function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Only a convenience.
  }
}
