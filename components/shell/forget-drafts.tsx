'use client'

import { useEffect } from 'react'
import { forgetOthers, tabStorage } from '#components/operation/draft.ts'

/** Shown after a sign-out alone: the tab then keeps nothing of what anybody typed. An expired session keeps its drafts. */
export function ForgetDrafts() {
  useEffect(() => forgetOthers(tabStorage, ''), [])
  return null
}
