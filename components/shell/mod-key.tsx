'use client'

import { useSyncExternalStore } from 'react'

const never = () => () => {}
const isApple = () => /Mac|iPhone|iPad/.test(navigator.userAgent)

/** What the key is called on this keyboard. */
export function ModKey() {
  return useSyncExternalStore(never, isApple, () => false) ? '⌘' : 'Ctrl'
}
