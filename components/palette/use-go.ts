import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useRef, useTransition, type RefObject } from 'react'
import { knock } from '#components/shell/doors.ts'
import type { Deed } from './option.ts'

type Going = Exclude<Deed, { readonly is: 'ask-order' }>

/** Leads to what was chosen. The palette closes when the new page stands, so that there is never a moment without an answer. */
export function useGo(field: RefObject<HTMLInputElement | null>) {
  const router = useRouter()
  const [isLeaving, startLeaving] = useTransition()
  const hasLeft = useRef(false)
  const close = useEffectEvent(() => field.current?.closest('dialog')?.close())

  useEffect(() => {
    if (isLeaving || !hasLeft.current) return
    hasLeft.current = false
    close()
    startFromMain()
  }, [isLeaving])

  function go(deed: Going, inNewTab: boolean) {
    if (deed.is === 'knock') {
      field.current?.closest('dialog')?.close()
      knock(deed.door)
    } else if (inNewTab) window.open(deed.href, '_blank', 'noopener')
    else if (deed.whole) {
      field.current?.closest('dialog')?.close()
      window.location.assign(deed.href)
    } else {
      hasLeft.current = true
      startLeaving(() => router.push(deed.href))
    }
  }
  return { go, isLeaving }
}

/** The next Tab goes on from the new page's content, and nothing is outlined that nobody went to. */
function startFromMain(): void {
  const main = document.getElementById('main')
  main?.focus({ preventScroll: true })
  main?.blur()
}
