'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import type { WaitingApproval } from '#lib/desk/approval-views.ts'

const ApprovalsCard = dynamic(() => import('./approvals-card.tsx').then((module) => module.ApprovalsCard))

/** The contact changes of an order that wait for a second person. Its scripts come with the first one; what was decided stays said. */
export function Approvals({ waiting }: { waiting: readonly WaitingApproval[] }) {
  const [wasShown, setWasShown] = useState(waiting.length > 0)
  if (!wasShown && waiting.length > 0) setWasShown(true)
  return wasShown ? <ApprovalsCard waiting={waiting} /> : null
}
