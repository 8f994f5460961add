import { Notice } from '#components/ui/notice.tsx'
import { ForgetDrafts } from './forget-drafts.tsx'
import { SignInForm, type SignInFormProps } from './sign-in-form.tsx'
import { Wordmark } from './wordmark.tsx'

export type SignInReason = 'expired' | 'signed-out' | null

export function SignInScreen({ reason, ...form }: SignInFormProps & { reason: SignInReason }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-4 pt-[min(16vh,8rem)] pb-12">
      <Wordmark className="mb-6 text-lg" />
      <h1 className="text-2xl font-semibold tracking-tight">Sign in</h1>
      <p className="mt-1 mb-5 text-base text-muted">
        The desk that gets stuck certificate orders moving again.
      </p>
      {reason === 'expired' && (
        <Notice tone="warn" word="Session ended" className="mb-4">
          Sign in again and you go on where you were.
        </Notice>
      )}
      {reason === 'signed-out' && <ForgetDrafts />}
      {reason === 'signed-out' && (
        <Notice tone="success" word="Signed out" className="mb-4">
          You are signed out in this browser.
        </Notice>
      )}
      <SignInForm {...form} />
    </main>
  )
}
