import type { ProofAsked } from '#lib/auth/fresh-proof.ts'
import { Proof } from '#components/auth/proof.tsx'
import { TextLink } from '#components/ui/text-link.tsx'

export interface ProveAgainProps {
  readonly asks: ProofAsked
  /** Of the field, where something can be typed. */
  readonly id?: string
  readonly error?: string | null
}

/** Asks whoever gives access to show first that it is they. Signing in anew in another tab counts as well, by whichever way they use. */
export function ProveAgain({ asks, id = '', error = null }: ProveAgainProps) {
  return (
    <div className="flex max-w-md flex-col gap-2">
      {asks !== 'sign-in' && <Proof id={id} asks={asks} error={error} />}
      <p className="text-sm text-muted">
        {asks !== 'sign-in' && 'Or '}
        <TextLink href="/sign-in?reason=again" target="_blank" rel="noopener" prefetch={false}>
          {asks === 'sign-in' ? 'Sign in again in another tab' : 'sign in again in another tab'}
        </TextLink>
        , then press the button here once more. What you typed stays.
      </p>
    </div>
  )
}
