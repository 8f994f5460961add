import type { ReactNode } from 'react'
import { signOutAction } from '../(auth)/sign-in/actions.ts'
import { Shell } from '#components/shell/shell.tsx'
import { currentPerson } from '#lib/auth/session.ts'

/** The frame only. Every page asks for the person itself, because a layout is not run again on navigation. */
export default async function DeskLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  if (person === null) return children
  return (
    <Shell person={person} signOutAction={signOutAction}>
      {children}
    </Shell>
  )
}
