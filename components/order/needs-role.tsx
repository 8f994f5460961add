import type { OperationAbout } from '#lib/ca/operation.ts'
import { HoldIcon } from '#components/ui/icons.tsx'

/** Beside an operation that the reader’s role does not allow. */
export function NeedsRole({ about }: { about: Pick<OperationAbout, 'role'> }) {
  return (
    <span className="flex shrink-0 items-center gap-1 text-xs">
      <HoldIcon className="size-3.5" />
      Needs {about.role === 'manager' ? 'a manager' : 'an agent'}
    </span>
  )
}
