'use client'

import { useEffect, useEffectEvent } from 'react'

/** What a key, a button of the header and the palette can all ask for, wherever on the page they are. */
export type Door = 'palette' | 'keys' | 'copy-link'

const doors = new EventTarget()

export function knock(door: Door): void {
  doors.dispatchEvent(new Event(door))
}

export function useDoor(door: Door, opened: () => void): void {
  const onKnock = useEffectEvent(opened)
  useEffect(() => {
    const heard = () => onKnock()
    doors.addEventListener(door, heard)
    return () => doors.removeEventListener(door, heard)
  }, [door])
}
