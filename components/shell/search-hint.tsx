'use client'

import { Kbd } from '#components/ui/kbd.tsx'
import { useSingleKeys } from './single-keys.ts'

/** The key that leads into the field, as long as it does. */
export function SearchHint() {
  return useSingleKeys() && <Kbd>/</Kbd>
}
