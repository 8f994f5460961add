import type { Role } from '#lib/desk/receipt.ts'
import { ChevronDownIcon } from '#components/ui/icons.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import { KeysItems } from './keys-items.tsx'
import { roleWords } from './role-words.ts'
import { YouLink } from './you-link.tsx'

export interface PersonMenuProps {
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role: Role
  }
  readonly signOutAction: () => Promise<void>
}

/** The browser's own popover: Escape and a press outside close it, without scripts. */
export function PersonMenu({ person, signOutAction }: PersonMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget="person-menu"
        className="flex min-h-8 max-w-48 items-center gap-1.5 rounded-md px-2 text-sm font-medium text-muted hover:bg-sunken hover:text-ink pointer-coarse:min-h-10"
      >
        <span
          aria-hidden="true"
          className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent"
        >
          {initials(person.name)}
        </span>
        <span className="truncate max-md:sr-only">{person.name}</span>
        <ChevronDownIcon className="size-3.5" />
      </button>
      <div
        id="person-menu"
        popover="auto"
        className="fixed inset-auto top-13 right-[max(1rem,calc(50vw-40.5rem))] m-0 max-h-[calc(100dvh-3.5rem)] w-64 max-w-[calc(100vw-2rem)] overflow-y-auto rounded-lg border bg-surface p-1 text-sm text-ink shadow-float"
      >
        <div className="border-x border-b border-x-transparent px-3.5 pt-2 pb-2.5">
          <p className="font-medium wrap-anywhere">{person.name}</p>
          <p className="wrap-anywhere text-faint">{person.email}</p>
          <p className="mt-1 flex items-center justify-between gap-3 text-muted">
            {roleWords[person.role]}
            <YouLink />
          </p>
        </div>
        <KeysItems />
        <form action={signOutAction} className="border-t pt-1">
          <SubmitButton variant="ghost" className="w-full justify-start!" pendingLabel="Signing out…">
            Sign out
          </SubmitButton>
        </form>
      </div>
    </>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + last).toUpperCase()
}
