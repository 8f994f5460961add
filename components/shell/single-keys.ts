'use client'

import { useSyncExternalStore } from 'react'

const name = 'unstuck.single-keys'
const heard = new Set<() => void>()

/** Storage can be forbidden; then the choice holds until the page is left. */
let unkept: boolean | null = null

function read(): boolean {
  if (unkept !== null) return unkept
  try {
    return window.localStorage.getItem(name) !== 'off'
  } catch {
    return true
  }
}

export function switchSingleKeys(on: boolean): void {
  try {
    if (on) window.localStorage.removeItem(name)
    else window.localStorage.setItem(name, 'off')
    unkept = null
  } catch {
    unkept = on
  }
  for (const tell of heard) tell()
}

function subscribe(tell: () => void): () => void {
  heard.add(tell)
  window.addEventListener('storage', tell)
  return () => {
    heard.delete(tell)
    window.removeEventListener('storage', tell)
  }
}

/** Whether the single keys work in this browser, in all its tabs alike. */
export function useSingleKeys(): boolean {
  return useSyncExternalStore(subscribe, read, () => true)
}
