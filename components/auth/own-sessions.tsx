'use client'

import type { OwnSession } from '#lib/auth/own-sessions.ts'
import { ProveAgain } from '#components/settings/prove-again.tsx'
import { Time } from '#components/ui/time.tsx'
import { FoldedOwnForm, OwnSaid } from './own-form.tsx'
import type { SetUpAction } from './set-up-state.ts'
import { useOwn } from './use-own.ts'

export interface OwnSessionsProps {
  readonly sessions: readonly OwnSession[]
  /** Undefined for whoever comes by single sign-on and has nothing to type. */
  readonly asks: 'password' | 'password or code' | undefined
  readonly action: SetUpAction
}

/** Where one is signed in. One form for each, and one answer for all, because the line that was ended goes. */
export function OwnSessions({ sessions, asks, action }: OwnSessionsProps) {
  const own = useOwn(action)
  const others = sessions.filter(({ isThis }) => !isThis)
  return (
    <div className="divide-y">
      <div className="px-4 py-3 empty:hidden">
        <OwnSaid own={own} />
        {asks === undefined && own.state.errors.length > 0 && <ProveAgain asks="sign-in" />}
      </div>
      <ul className="divide-y text-sm">
        {sessions.map(({ id, device, since, seen, isThis }) => (
          <li key={id} className="flex flex-col gap-y-1 px-4 py-2.5">
            <p className="wrap-anywhere">
              {device}
              {isThis && <span className="text-faint"> (this one)</span>}
            </p>
            <p className="text-faint">
              Since <Time at={since} show="both" />, last seen <Time at={seen} />
            </p>
            {!isThis && (
              <FoldedOwnForm
                own={own}
                name={id}
                hidden={{ session: id }}
                summary={
                  <>
                    End<span className="sr-only"> the session: {device}</span>
                  </>
                }
                submit="End this session"
                pendingLabel="Ending…"
                asks={asks}
              />
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 && (
        <div className="px-4 py-3">
          <FoldedOwnForm
            own={own}
            name="others"
            hidden={{}}
            summary="End all other sessions"
            submit="End all others"
            pendingLabel="Ending…"
            asks={asks}
          />
        </div>
      )}
    </div>
  )
}
