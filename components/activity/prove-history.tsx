'use client'

import { useState } from 'react'
import type { Proof } from '#lib/desk/prove-history.ts'
import { Button } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Time } from '#components/ui/time.tsx'

type State =
  { is: 'idle' } | { is: 'reading' } | { is: 'failed'; message: string } | { is: 'proved'; proof: Proof }

/** Has the server read the whole chain and shows what it found. */
export function ProveHistory() {
  const [state, setState] = useState<State>({ is: 'idle' })
  const prove = async () => {
    setState({ is: 'reading' })
    setState(await askServer())
  }
  return (
    <section aria-labelledby="proof-title" className="mt-10 max-w-2xl">
      <h2 id="proof-title" className="text-sm font-semibold">
        Proof that no row was changed
      </h2>
      <p className="mt-1 mb-3 text-sm text-muted">
        Each event carries the hash of the one before it. Reading the whole chain shows whether a row was
        changed, removed, put in or moved.
      </p>
      <Button onClick={prove} pending={state.is === 'reading'} pendingLabel="Reading the whole history…">
        Prove the history
      </Button>
      <div aria-live="polite" className="mt-3">
        {state.is === 'failed' && <Notice tone="warn" word="Not proved" title={state.message} />}
        {state.is === 'proved' && <Result proof={state.proof} />}
      </div>
    </section>
  )
}

function Result({ proof: { result, at } }: { proof: Proof }) {
  if (!result.ok) {
    return (
      <Notice tone="danger" word="Broken" title={`the chain breaks at event ${result.seq}`}>
        <p>{result.problem}. Nothing after it can be trusted until whoever runs the server knows why.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="success" word="Proved" title={`${result.events} events, one unbroken chain`}>
      <p>
        Read <Time at={at} show="full" />.
      </p>
      {result.head && (
        <p>
          Head: event {result.head.seq},{' '}
          <span className="font-mono text-xs wrap-anywhere">{result.head.hash}</span>. Keep it elsewhere: it
          later shows that nothing before it was cut off.
        </p>
      )}
    </Notice>
  )
}

async function askServer(): Promise<State> {
  try {
    const response = await fetch('/activity/proof', { method: 'POST' })
    if (response.ok) return { is: 'proved', proof: (await response.json()) as Proof }
    if (response.status === 401) return { is: 'failed', message: 'you are signed out. Sign in and try again' }
  } catch {
    // Said below: a server that does not answer and one that answers with an error need the same.
  }
  return { is: 'failed', message: 'the server did not answer. Try again in a minute' }
}
