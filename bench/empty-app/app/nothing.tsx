'use client'

import { nothingAction } from './actions.ts'

/** Refers to the action, so that it is part of the build. */
export function Nothing() {
  return <button onClick={() => void nothingAction({})}>Nothing</button>
}
