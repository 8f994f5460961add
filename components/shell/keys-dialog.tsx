'use client'

import { useId, type ReactNode } from 'react'
import { Kbd } from '#components/ui/kbd.tsx'
import { cx } from '#components/ui/cx.ts'
import { DialogHead } from './dialog-head.tsx'
import { KeysSwitch } from './keys-switch.tsx'
import { ModKey } from './mod-key.tsx'
import { dialogLook, Modal } from './modal.tsx'
import type { Place } from './places.ts'
import { useSingleKeys } from './single-keys.ts'

export function KeysDialog({ places, onClose }: { places: readonly Place[]; onClose: () => void }) {
  const id = useId()
  const on = useSingleKeys()
  return (
    <Modal labelledBy={id} onClose={onClose} className={dialogLook}>
      <div className="p-4 sm:p-5">
        <DialogHead id={id} title="Keys" />
        <Keys title="Everywhere">
          <Key does="Find an order, an operation, recent work, a screen or a code" keys={['mod', 'K']} />
        </Keys>
        <Keys title="Single keys" faded={!on}>
          <Key does="Go to the order search" keys={['/']} />
          {places.map(({ href, label, key }) => (
            <Key key={href} does={`Go to ${label}`} keys={['g', key]} pair />
          ))}
          <Key does="Copy the link to this page" keys={['c']} />
          <Key does="Show these keys" keys={['?']} />
        </Keys>
        <Keys title="In the palette">
          <Key does="Move" keys={['↑', '↓']} />
          <Key does="To the first, to the last" keys={['Home', 'End']} />
          <Key does="Open" keys={['Enter']} />
          <Key does="Open in a new tab" keys={['mod', 'Enter']} />
          <Key does="Close" keys={['Esc']} />
        </Keys>
        <div className="mt-5 border-t pt-4 text-sm font-medium">
          <KeysSwitch hint="They never act while you type. Kept in this browser. Ctrl+K, or ⌘K, works always." />
        </div>
      </div>
    </Modal>
  )
}

function Keys({ title, faded = false, children }: { title: string; faded?: boolean; children: ReactNode }) {
  return (
    <section className="mt-4">
      <h3 className="text-xs font-medium text-faint">
        {title}
        {faded && ' (switched off)'}
      </h3>
      <dl className={cx('mt-1 divide-y text-sm', faded && 'text-faint')}>{children}</dl>
    </section>
  )
}

function Key({ does, keys, pair = false }: { does: string; keys: readonly string[]; pair?: boolean }) {
  return (
    <div className="flex items-center justify-between gap-4 py-1.5">
      <dt className="min-w-0">{does}</dt>
      <dd className="flex shrink-0 items-center gap-1">
        {keys.map((key, index) => (
          <span key={key} className="flex items-center gap-1">
            {pair && index > 0 && <span className="text-xs text-faint">then</span>}
            <Kbd>{key === 'mod' ? <ModKey /> : key}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  )
}
