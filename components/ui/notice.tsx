import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { DoneIcon, InfoIcon, StopIcon, WarnIcon } from './icons.tsx'

export type NoticeTone = 'info' | 'warn' | 'danger' | 'success'

const tones = {
  info: { word: 'Note', Icon: InfoIcon, box: 'border-accent/30 bg-accent-soft', mark: 'text-accent' },
  warn: { word: 'Warning', Icon: WarnIcon, box: 'border-doubt/30 bg-doubt-soft', mark: 'text-doubt' },
  danger: { word: 'Stopped', Icon: StopIcon, box: 'border-refused/30 bg-refused-soft', mark: 'text-refused' },
  success: { word: 'Done', Icon: DoneIcon, box: 'border-done/30 bg-done-soft', mark: 'text-done' },
} as const

export interface NoticeProps {
  readonly tone?: NoticeTone
  /** The word that carries the tone without colour. Defaults to Note, Warning, Stopped or Done. */
  readonly word?: string
  readonly title?: ReactNode
  /** `polite` or `assertive` when it appears after the page was shown. */
  readonly live?: 'polite' | 'assertive'
  readonly className?: string
  readonly children?: ReactNode
}

export function Notice({ tone = 'info', word, title, live, className, children }: NoticeProps) {
  const { Icon, box, mark, word: usual } = tones[tone]
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : undefined
  return (
    <div role={role} className={cx('flex gap-2.5 rounded-lg border px-3.5 py-3 text-sm', box, className)}>
      <Icon className={cx('mt-0.5', mark)} />
      <div className="min-w-0 flex-1 wrap-anywhere text-ink">
        <p className="font-semibold">
          <span className={mark}>{word ?? usual}</span>
          {title && <>: {title}</>}
        </p>
        {children && <div className="mt-0.5 flex flex-col gap-2 text-muted">{children}</div>}
      </div>
    </div>
  )
}
