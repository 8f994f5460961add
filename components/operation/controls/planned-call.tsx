import { Button } from '#components/ui/button.tsx'
import { WarnIcon } from '#components/ui/icons.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { LocalTime, Moment, Warning } from '#lib/time/callback-time.ts'
import { speakTime, utcMs } from '#lib/time/speak-time.ts'
import { cityOf } from '#lib/time/zones.ts'
import type { ControlProps } from '../field-control.tsx'
import { keepFocus } from '../keep-focus.ts'
import { TimeLines } from '../time-lines.tsx'
import type { Planner } from '../use-planner.ts'

export interface PlannedCallProps extends ControlProps {
  readonly planner: Planner
  readonly now: number
  readonly local: LocalTime
  readonly zone: string
  /** `earlier` or `later` where a time comes twice. */
  readonly which: string
  readonly onChoose: (local: LocalTime) => void
}

/** What the date and time mean, said while they are chosen: one instant in three zones, or why there is none, or which of two. */
export function PlannedCall(props: PlannedCallProps) {
  const { planner, local, zone, which } = props
  const resolved = planner.resolveLocal(local.date, local.time, zone)
  if (resolved.is === 'invalid') return null
  if (resolved.is === 'missing') return <Missing {...props} before={resolved.before} after={resolved.after} />
  const moment =
    resolved.is === 'ok' ? resolved : which === 'earlier' || which === 'later' ? resolved[which] : null
  return (
    <>
      {resolved.is === 'twice' && <Which {...props} earlier={resolved.earlier} later={resolved.later} />}
      <div aria-live="polite" className="empty:hidden">
        {moment && <Instant {...props} moment={moment} />}
      </div>
    </>
  )
}

function Instant(props: PlannedCallProps & { moment: Moment }) {
  const { now, zone, moment } = props
  const ms = utcMs(moment.utc)
  if (ms === null) return null
  const doubts = ms <= now ? ['This time has already passed.'] : doubtsOf(props, ms)
  return (
    <div className="flex flex-col gap-2.5 rounded-md border bg-raised px-3.5 py-3">
      <TimeLines ms={ms} customerZone={zone} />
      {doubts.map((doubt) => (
        <p key={doubt} className="flex gap-1.5 text-sm font-medium text-doubt">
          <WarnIcon className="mt-0.5" />
          {doubt}
        </p>
      ))}
    </div>
  )
}

/** Said and never refused: the person knows the customer, and nobody here knows the CA's hours. */
function doubtsOf(props: PlannedCallProps & { moment: Moment }, ms: number): string[] {
  const { planner, zone, moment, callingHours: hours } = props
  const { day, time } = speakTime(ms, zone)
  const [weekday = ''] = day.split(',')
  const words: Record<Warning, string> = {
    night: `It will be ${time} there, outside usual hours. Will somebody pick up?`,
    weekend: `It will be ${weekday} there, part of the weekend. Will somebody pick up?`,
    'perhaps-weekend': `It will be ${weekday} there, which is part of the weekend for some; we do not know for certain. Will somebody pick up?`,
  }
  const doubts = planner.warnings(moment.utc, zone).map((warning) => words[warning])
  if (hours !== undefined && !planner.isWithin(hours, ms)) {
    doubts.push(
      `Outside the calling hours that this desk’s administrators have set: ${planner.speakHours(hours)}. You can go on all the same.`,
    )
  }
  return doubts
}

function Missing(props: PlannedCallProps & { before: LocalTime; after: LocalTime }) {
  const { local, zone, before, after, onChoose } = props
  return (
    <Notice tone="warn" title={`${local.time} does not exist that day in ${cityOf(zone)}`} live="polite">
      <p>The clocks go forward over it. The nearest times that exist:</p>
      <div className="flex flex-wrap gap-2">
        {[before, after].map((nearest) => (
          <Button
            key={nearest.date + nearest.time}
            size="sm"
            onMouseDown={keepFocus}
            onClick={() => onChoose(nearest)}
          >
            {nearest.date === local.date ? nearest.time : `${nearest.date}, ${nearest.time}`}
          </Button>
        ))}
      </div>
    </Notice>
  )
}

function Which(props: PlannedCallProps & { earlier: Moment; later: Moment }) {
  const { form, errors, local, zone, earlier, later } = props
  const hint = ({ utc, offset }: Moment) => `${utc.slice(11)} UTC, while ${cityOf(zone)} is at UTC${offset}`
  return (
    <RadioGroup
      id="field-callWhich"
      name="callWhich"
      legend={`${local.time} comes twice that day: the clocks go back. Which one?`}
      error={errors.callWhich?.message}
      inputProps={form.register('callWhich')}
      options={[
        { value: 'earlier', label: 'The first, before the clocks go back', hint: hint(earlier) },
        { value: 'later', label: 'The second, after it', hint: hint(later) },
      ]}
    />
  )
}
