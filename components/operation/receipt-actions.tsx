'use client'

import { useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { CopyIcon } from '#components/ui/icons.tsx'
import type { OutcomeKind } from '#lib/ca/outcome.ts'
import { againOf, entryOf, orderOf } from './links.ts'
import type { ReceiptViewProps } from './receipt.tsx'
import { ticketText } from './receipt-text.ts'

/** The way back to the form, filled with what was sent, in the words that fit. An unknown outcome has none: first it has to be found out what became of it. */
const again: Readonly<Record<OutcomeKind, string | null>> = {
  done: 'Do it again',
  'passed-on': 'Do it again',
  'nothing-done': 'Back to the form',
  refused: 'Back to the form',
  unrecognised: null,
  'not-sent': 'Try again',
  unknown: null,
}

/** What is useful next. */
export function ReceiptActions({ receipt, about, zone, templates }: Omit<ReceiptViewProps, 'isNew'>) {
  const { kind, resolution } = receipt
  const isOpen = kind === 'unknown' && resolution === null
  const words = resolution === null ? again[kind] : 'Back to the form'
  return (
    <footer className="flex flex-wrap items-center gap-2.5 border-t bg-raised px-5 py-3.5 sm:px-6">
      {isOpen && (
        <ButtonLink variant="primary" href={entryOf(receipt)}>
          Record what became of it
        </ButtonLink>
      )}
      <CopyForTicket text={ticketText(receipt, { about, templates, zone })} />
      <ButtonLink href={orderOf(receipt)}>Back to the order</ButtonLink>
      {words && (
        <ButtonLink variant="ghost" href={againOf(receipt, zone)}>
          {words}
        </ButtonLink>
      )}
    </footer>
  )
}

function CopyForTicket({ text }: { text: string }) {
  const [said, setSaid] = useState('')
  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied. Paste it into the ticket.')
    } catch {
      setSaid('Your browser did not allow copying.')
    }
  }
  return (
    <>
      <Button onClick={copy}>
        <CopyIcon className="text-faint" />
        Copy for the ticket
      </Button>
      <output className="basis-full text-sm text-muted empty:hidden">{said}</output>
    </>
  )
}
