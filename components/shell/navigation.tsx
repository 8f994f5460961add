import { PageLinks } from '#components/ui/page-links.tsx'
import type { Place } from './places.ts'

export function Navigation({ places }: { places: readonly Place[] }) {
  return (
    <nav aria-label="Main">
      <PageLinks pages={places} className="items-center max-[22rem]:[&_a]:px-1.5" />
    </nav>
  )
}
