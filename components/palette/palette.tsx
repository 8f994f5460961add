'use client'

import {
  useCallback,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentType,
  type KeyboardEvent,
} from 'react'
import { CrossIcon } from '#components/shell/icons.tsx'
import { Modal, paletteLook } from '#components/shell/modal.tsx'
import type { Place } from '#components/shell/places.ts'
import { SearchIcon } from '#components/ui/icons.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import type { Role } from '#lib/desk/receipt.ts'
import { NotLoaded } from './not-loaded.tsx'
import type { Asking, OnKey, ResultsProps } from './results.tsx'

export interface PaletteProps {
  readonly person: { readonly id: string; readonly role: Role }
  readonly places: readonly Place[]
  readonly onClose: () => void
}

/** Loaded at the first use. The dialog and its field are here at once, so that nothing typed in the meantime is lost. */
const load = async () => (await import('./results.tsx')).Results
let loaded: ComponentType<ResultsProps> | null = null

export function Palette({ person, places, onClose }: PaletteProps) {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const onKey = useRef<OnKey | null>(null)
  /** Pressed before there was anything to choose from. */
  const enter = useRef<KeyboardEvent | null>(null)
  const [text, setText] = useState('')
  const [asking, setAsking] = useState<Asking | null>(null)
  const [active, setActive] = useState<string | null>(null)
  const [Results, hasFailed, again] = useResults()

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') event.preventDefault()
    if (onKey.current !== null) onKey.current(event)
    else if (event.key === 'Enter') enter.current = event
  }

  const takeKeys = useCallback((taken: OnKey | null) => {
    onKey.current = taken
    if (enter.current !== null) taken?.(enter.current)
    enter.current = null
  }, [])

  return (
    <Modal label="Palette" onClose={onClose} className={paletteLook}>
      <div className="flex h-112 max-h-[calc(100dvh-2rem)] flex-col max-sm:h-full max-sm:max-h-none">
        <div className="flex shrink-0 items-center gap-2.5 border-b px-4 has-[input:focus-visible]:border-accent">
          <SearchIcon className="text-faint" />
          {asking !== null && (
            <span className="max-w-1/2 shrink-0 truncate rounded-sm bg-accent-soft px-1.5 py-0.5 text-sm font-medium text-accent">
              {asking.title}
            </span>
          )}
          <input
            ref={field}
            type="text"
            role="combobox"
            aria-label={asking === null ? 'Find anything' : `Order number for: ${asking.title}`}
            aria-expanded={active !== null}
            aria-controls={active === null ? undefined : listId}
            aria-activedescendant={active ?? undefined}
            aria-autocomplete="list"
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="go"
            maxLength={200}
            placeholder={asking === null ? 'Order, operation, screen or code' : 'Order number'}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            className="h-13 min-w-0 flex-1 bg-transparent text-[1rem] text-ink outline-hidden"
          />
          <button
            type="button"
            onClick={() => field.current?.closest('dialog')?.close()}
            className="grid min-h-8 min-w-8 place-items-center rounded-md hover:bg-sunken pointer-coarse:min-h-10 pointer-coarse:min-w-10"
          >
            <span className="sr-only">Close the palette </span>
            <span className="pointer-coarse:hidden">
              <Kbd>Esc</Kbd>
            </span>
            <CrossIcon className="hidden text-muted pointer-coarse:block" />
          </button>
        </div>
        {Results !== null && (
          <Results
            listId={listId}
            person={person}
            places={places}
            text={text}
            setText={setText}
            asking={asking}
            setAsking={setAsking}
            onActive={setActive}
            takeKeys={takeKeys}
            field={field}
          />
        )}
        {hasFailed && <NotLoaded again={again} />}
      </div>
    </Modal>
  )
}

function useResults() {
  const [Results, setResults] = useState(() => loaded)
  const [tries, setTries] = useState(0)
  const [failed, setFailed] = useState(-1)
  useEffect(() => {
    if (loaded !== null) return
    const attempt = async () => {
      try {
        loaded = await load()
        setResults(() => loaded)
      } catch {
        setFailed(tries)
      }
    }
    void attempt()
  }, [tries])
  return [Results, Results === null && failed === tries, () => setTries(tries + 1)] as const
}
