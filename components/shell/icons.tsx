import type { ReactNode } from 'react'
import { cx } from '#components/ui/cx.ts'

export interface GlyphProps {
  readonly className?: string
  readonly children: ReactNode
}

/** A drawing in the manner of components/ui/icons.tsx: decoration beside a word. */
export function Glyph({ className, children }: GlyphProps) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      className={cx('size-4 shrink-0', className)}
    >
      {children}
    </svg>
  )
}

export function LinkIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M6.75 9.25a2.75 2.75 0 0 0 3.9 0l2.3-2.3a2.75 2.75 0 0 0-3.9-3.9l-.8.8" />
      <path d="M9.25 6.75a2.75 2.75 0 0 0-3.9 0l-2.3 2.3a2.75 2.75 0 0 0 3.9 3.9l.8-.8" />
    </Glyph>
  )
}

export function CrossIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="m4 4 8 8M12 4l-8 8" />
    </Glyph>
  )
}

export function CommandIcon({ className }: { className?: string }) {
  return (
    <Glyph className={className}>
      <path d="M2.5 4.5h11M2.5 8h6M2.5 11.5h11" />
    </Glyph>
  )
}
