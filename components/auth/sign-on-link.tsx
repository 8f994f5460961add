import { ButtonAnchor } from '#components/ui/button.tsx'

export interface SignOnLinkProps {
  readonly label: string
  /** The path to go on to. */
  readonly next: string
  /** Whether the provider is to ask the person even if it knows them still. */
  readonly again: boolean
}

/** Begins single sign-on. A link, because the page's policy lets a form lead nowhere but here. */
export function SignOnLink({ label, next, again }: SignOnLinkProps) {
  const query = new URLSearchParams({ ...(next === '/' ? {} : { next }), ...(again ? { again: 'yes' } : {}) })
  return (
    <ButtonAnchor
      href={`/sign-in/single-sign-on${query.size === 0 ? '' : `?${query}`}`}
      variant="primary"
      className="w-full"
    >
      {`Sign in with ${label}`}
    </ButtonAnchor>
  )
}
