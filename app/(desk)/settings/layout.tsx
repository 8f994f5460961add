import type { ReactNode } from 'react'
import { SettingsNavigation } from '#components/settings/settings-navigation.tsx'
import { currentPerson } from '#lib/auth/session.ts'
import { maySetThings } from '#lib/desk/read-settings.ts'

/** The frame only: every page asks for itself who is there. */
export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const person = await currentPerson()
  if (person === null || !maySetThings(person)) return children
  return (
    <div className="grid gap-x-10 gap-y-5 lg:grid-cols-[10rem_minmax(0,1fr)]">
      <SettingsNavigation />
      <div className="min-w-0 max-w-5xl">{children}</div>
    </div>
  )
}
