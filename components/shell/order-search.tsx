import { SearchIcon } from '#components/ui/icons.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { SearchShortcut } from './search-shortcut.tsx'

/** A plain GET form: works before, and without, any script. */
export function OrderSearch() {
  return (
    <search className="min-w-0 flex-1">
      <form action="/search" method="get" className="relative">
        <label htmlFor="order-search" className="sr-only">
          Open an order by its number
        </label>
        <SearchIcon className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-faint" />
        <input
          id="order-search"
          name="order"
          type="text"
          required
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          enterKeyHint="go"
          placeholder="Order number"
          aria-keyshortcuts="Control+K Meta+K /"
          className="min-h-8.5 w-full min-w-0 rounded-md border border-control/70 bg-raised pr-16 pl-8 font-mono text-sm text-ink placeholder:font-sans hover:border-control focus-visible:bg-surface focus-visible:outline-offset-0 pointer-coarse:min-h-10 pointer-coarse:pr-3 pointer-coarse:text-[1rem]"
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-2 hidden -translate-y-1/2 sm:block pointer-coarse:hidden"
        >
          <Kbd>Ctrl K</Kbd>
        </span>
      </form>
      <SearchShortcut input="order-search" />
    </search>
  )
}
