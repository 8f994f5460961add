import { useEffect, type MouseEvent } from 'react'
import { OutcomeMark } from '#components/ui/outcome-mark.tsx'
import { Time } from '#components/ui/time.tsx'
import { cx } from '#components/ui/cx.ts'
import { OptionIcon } from './icons.tsx'
import type { Group, Option } from './option.ts'

export interface ListProps {
  readonly id: string
  readonly groups: readonly Group[]
  readonly idOf: (option: Option) => string
  readonly markedId: string | null
  readonly onMark: (option: Option) => void
  readonly onChoose: (option: Option, inNewTab: boolean) => void
  /** True until the server has answered for the first time. */
  readonly isWaiting: boolean
  readonly text: string
}

export function List({ id, groups, idOf, markedId, onMark, onChoose, isWaiting, text }: ListProps) {
  useEffect(() => {
    const option = markedId === null ? null : document.getElementById(markedId)
    const isFirst = option?.parentElement?.querySelector('[role=option]') === option
    // With the first of a group its heading comes into view.
    const shown = isFirst ? option?.parentElement?.firstElementChild : option
    shown?.scrollIntoView({ block: 'nearest' })
    if (shown !== option) option?.scrollIntoView({ block: 'nearest' })
  }, [markedId])

  return (
    <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2">
      {groups.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select holds no links and cannot follow a field
        <div id={id} role="listbox" aria-label="Results">
          {groups.map(({ id: groupId, heading, options }) => (
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
            <div key={groupId} role="group" aria-labelledby={`${id}-${groupId}`} className="pb-1.5">
              <div
                id={`${id}-${groupId}`}
                role="presentation"
                className="px-2.5 pt-1.5 pb-1 line-clamp-2 text-xs font-medium wrap-anywhere text-faint"
              >
                {heading}
              </div>
              {options.map((option) => (
                <Row
                  key={option.id}
                  id={idOf(option)}
                  option={option}
                  isMarked={idOf(option) === markedId}
                  onMark={onMark}
                  onChoose={onChoose}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      {isWaiting && <Waiting />}
      {groups.length === 0 && !isWaiting && <Nothing text={text} />}
    </div>
  )
}

interface RowProps extends Pick<ListProps, 'onMark' | 'onChoose'> {
  readonly id: string
  readonly option: Option
  readonly isMarked: boolean
}

/** A link where it leads somewhere, so that the browser's own ways with links work; the field keeps the focus. */
function Row({ id, option, isMarked, onMark, onChoose }: RowProps) {
  const { icon, kind, title, isMono, detail, at, does } = option
  const shared = {
    id,
    role: 'option',
    tabIndex: -1,
    'aria-selected': isMarked,
    onMouseMove: () => isMarked || onMark(option),
    onMouseDown: (event: MouseEvent) => event.preventDefault(),
    onClick: (event: MouseEvent) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      onChoose(option, false)
    },
    className: cx(
      'relative flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 py-1 text-left text-sm pointer-coarse:min-h-11',
      isMarked &&
        'bg-sunken before:absolute before:inset-y-1.5 before:left-0 before:w-0.5 before:rounded-full before:bg-accent forced-colors:outline-2',
    ),
  } as const
  const inner = (
    <>
      <OptionIcon icon={icon} />
      <span className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2.5 max-sm:flex-col">
        <span
          className={cx('line-clamp-2 max-w-full font-medium wrap-anywhere text-ink', isMono && 'font-mono')}
        >
          {title}
        </span>
        {detail && <span className="line-clamp-2 max-w-full wrap-anywhere text-faint">{detail}</span>}
      </span>
      {kind !== undefined && <OutcomeMark kind={kind} look="line" className="max-sm:[&>span]:sr-only" />}
      {at !== undefined && (
        <span className="w-24 shrink-0 text-right text-xs text-faint max-sm:hidden">
          <Time at={at} />
        </span>
      )}
    </>
  )
  return does.is === 'go' ? (
    <a {...shared} href={does.href}>
      {inner}
    </a>
  ) : (
    <button {...shared} type="button">
      {inner}
    </button>
  )
}

/** Stands where the orders will: nothing below it moves much when they come. */
function Waiting() {
  return (
    <div aria-hidden="true" className="animate-[appear_200ms_150ms_both] px-2.5 pt-2">
      {['w-40', 'w-56', 'w-48'].map((width) => (
        <div key={width} className="flex min-h-9 items-center gap-2.5">
          <span className="size-4 rounded-sm bg-sunken" />
          <span className={cx('h-3 rounded-sm bg-sunken', width)} />
        </div>
      ))}
    </div>
  )
}

function Nothing({ text }: { text: string }) {
  return (
    <div className="px-2.5 py-3 text-sm">
      <p className="font-medium wrap-anywhere text-ink">
        {text.trim() === '' ? 'Type the order’s number' : `Nothing matches “${text.trim()}”`}
      </p>
      <p className="mt-0.5 max-w-prose text-muted">
        Type an order number, or words of an operation, a screen, a ticket or a person. A code is found by its
        number, such as -16.
      </p>
    </div>
  )
}
