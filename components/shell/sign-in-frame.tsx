import type { ReactNode } from 'react'
import { Wordmark } from './wordmark.tsx'

export interface SignInFrameProps {
  readonly title: string
  readonly lead: ReactNode
  readonly children: ReactNode
}

/** The narrow page around everything that happens before somebody is signed in. */
export function SignInFrame({ title, lead, children }: SignInFrameProps) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-4 pt-[min(16vh,8rem)] pb-12">
      <Wordmark className="mb-6 text-lg" />
      <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
      <p className="mt-1 mb-5 text-base text-muted">{lead}</p>
      {children}
    </main>
  )
}
