import { TextLink } from '#components/ui/text-link.tsx'

export interface HoldCausesProps {
  /** The address of the account's settings; empty on that page itself. */
  readonly settings: string
}

/** The CA answers all four with the same code, -16, and does not say which it is. */
export function HoldCauses({ settings }: HoldCausesProps) {
  const part = (id: string, words: string) => (
    <TextLink href={`${settings}#${id}`} prefetch={false}>
      {words}
    </TextLink>
  )
  return (
    <ul className="flex list-disc flex-col gap-0.5 pl-5 text-muted marker:text-faint">
      <li>
        <Cause>The login name or password is wrong.</Cause> An administrator corrects them in the settings:{' '}
        {part('facts', 'login name')}, {part('password', 'password')}.
      </li>
      <li>
        <Cause>The account is locked.</Cause> The CA’s support unlocks it.
      </li>
      <li>
        <Cause>The password has expired.</Cause> Whoever holds the account sets a new one at the CA; then an
        administrator enters it in the settings: {part('password', 'password')}.
      </li>
      <li>
        <Cause>Our IP address is blocked.</Cause> The CA’s support, or whoever keeps the account’s list of
        addresses.
      </li>
    </ul>
  )
}

function Cause({ children }: { children: string }) {
  return <span className="font-medium text-ink">{children}</span>
}
