import { ButtonAnchor } from '#components/ui/button.tsx'

export interface SignOnLinkProps {
  readonly label: string
  /** The path to go on to. */
  readonly next: string
}

/** Begins single sign-on. A link, because the page's policy lets a form lead nowhere but here. */
export function SignOnLink({ label, next }: SignOnLinkProps) {
  const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`
  return (
    <ButtonAnchor href={`/sign-in/single-sign-on${query}`} variant="primary" className="w-full">
      {`Sign in with ${label}`}
    </ButtonAnchor>
  )
}
