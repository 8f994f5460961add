import { useEffect } from 'react'

/**
 * What the tab is called while the caller is shown; null leaves the page's own title. The page writes its title again when it is
 * refreshed, so ours is put back then, and the page's at the end.
 */
export function useTitle(inFront: string | null): void {
  useEffect(() => {
    if (inFront === null) return
    let own = document.title
    const put = () => {
      if (document.title.startsWith(`${inFront} · `)) return
      own = document.title
      document.title = `${inFront} · ${own}`
    }
    put()
    const watch = new MutationObserver(put)
    watch.observe(document.head, { childList: true, characterData: true, subtree: true })
    return () => {
      watch.disconnect()
      document.title = own
    }
  }, [inFront])
}
