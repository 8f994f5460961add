import { SearchIcon } from '#components/ui/icons.tsx'
import { PaletteButton } from './palette-button.tsx'
import { SearchHint } from './search-hint.tsx'

export const orderSearchId = 'order-search'

/** A plain GET form: works before, and without, any script. The button beside it opens the palette, which finds more than orders. */
export function OrderSearch() {
  return (
    <search className="relative block min-w-0 flex-1">
      <form action="/search" method="get" className="relative">
        <label htmlFor={orderSearchId} className="sr-only">
          Open an order by its number
        </label>
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint max-[22rem]:hidden" />
        <input
          id={orderSearchId}
          name="order"
          type="text"
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Order number"
          aria-keyshortcuts="/"
          className="peer min-h-8.5 w-full min-w-0 rounded-md border border-control/70 bg-raised pr-22 pl-8 max-sm:pr-15 font-mono text-sm text-ink placeholder:font-sans max-[22rem]:pl-2.5 max-[22rem]:placeholder:text-sm hover:border-control focus-visible:bg-surface focus-visible:outline-offset-0 pointer-coarse:min-h-10 pointer-coarse:pr-13 pointer-coarse:text-[1rem]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-15 hidden -translate-y-1/2 peer-focus:hidden sm:block pointer-coarse:hidden"
        >
          <SearchHint />
        </span>
      </form>
      <PaletteButton />
    </search>
  )
}
