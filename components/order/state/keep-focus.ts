/**
 * When an answer that nobody asked for moves the operations, whoever had one under the keyboard stays on it. Call before the page changes; what
 * it answers with is called after.
 */
export function keepLinkFocus(): () => void {
  const focused = document.activeElement
  const href = focused instanceof HTMLAnchorElement ? focused.getAttribute('href') : null
  return () => {
    if (href === null || document.activeElement !== document.body) return
    const links = document.querySelectorAll<HTMLAnchorElement>('main nav a')
    const link = [...links].find((one) => one.getAttribute('href') === href)
    // Folded away by the answer: then what opens it is the nearest that can be focused.
    const closed = link?.closest<HTMLElement>('details:not([open])')
    const target = closed ? closed.querySelector('summary') : link
    target?.focus()
  }
}
