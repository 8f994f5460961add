import type { MouseEvent } from 'react'

/**
 * For the `onMouseDown` of buttons in the form: the field under way keeps focus until the click. Else leaving it shows its error, the page
 * moves between press and release, and the click falls beside the button.
 */
export function keepFocus(event: MouseEvent): void {
  event.preventDefault()
}
