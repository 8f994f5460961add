'use client'

import type { OwnSession } from '#lib/auth/own-sessions.ts'
import { Said } from '#components/settings/said.tsx'
import type { SettingsAction } from '#components/settings/settings-state.ts'
import { useSettings } from '#components/settings/use-settings.ts'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Time } from '#components/ui/time.tsx'

/** Where one is signed in. One form for each, and one answer for all, because the line that was ended goes. */
export function OwnSessions({
  sessions,
  action,
}: {
  sessions: readonly OwnSession[]
  action: SettingsAction
}) {
  const { state, isPending, element } = useSettings(action)
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <div className="divide-y">
      {state.ok && !isPending && (
        <div className="px-4 py-3">
          <Said state={state} />
        </div>
      )}
      {state.errors.length > 0 && !isPending && (
        <div className="px-4 py-3">
          <ErrorSummary errors={state.errors.map(({ message }) => ({ message }))} />
        </div>
      )}
      <ul className="divide-y text-sm">
        {sessions.map(({ id, device, since, seen, isThis }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-2.5">
            <div className="min-w-0">
              <p className="wrap-anywhere">
                {device}
                {isThis && <span className="text-faint"> (this one)</span>}
              </p>
              <p className="text-faint">
                Since <Time at={since} show="both" />, last seen <Time at={seen} />
              </p>
            </div>
            {!isThis && (
              <form {...element}>
                <input type="hidden" name="session" value={id} />
                <Button type="submit" size="sm" pending={isPending}>
                  End
                  <span className="sr-only"> the session: {device}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <form {...element} className="px-4 py-3">
          <Button type="submit" pending={isPending}>
            End all other sessions
          </Button>
        </form>
      )}
    </div>
  )
}
