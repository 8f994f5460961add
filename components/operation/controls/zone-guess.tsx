import { guessedZone, type Place } from '#lib/time/country-zones.ts'
import { speakTime } from '#lib/time/speak-time.ts'
import { cityOf, clockOf, isZone } from '#lib/time/zones.ts'
import { keepFocus } from '../keep-focus.ts'

/** Where a number, or a country that was typed, places the customer. */
export interface Hint {
  /** The number; null when a country was typed. */
  readonly number: string | null
  readonly place: Place
}

export interface ZoneGuessProps {
  readonly hint: Hint
  /** What the field holds. */
  readonly zone: string
  /** True when the link named this zone: then it is no guess. */
  readonly isFromLink: boolean
  readonly now: number | null
  readonly onChoose: (zone: string) => void
}

/** Says that a zone is a guess, or offers what the number points to. It changes nothing by itself. */
export function ZoneGuess({ hint, zone, isFromLink, now, onChoose }: ZoneGuessProps) {
  const { number, place } = hint
  const guess = guessedZone(place)
  if (guess !== null && guess === zone) {
    if (isFromLink || number === null) return null
    return (
      <p className="text-sm text-muted">
        Guessed from the number <Number of={number} /> ({place.name}). Change it if the customer is elsewhere.
      </p>
    )
  }
  if (keepsOneOf(place, zone) || (number === null && isZone(zone))) return null
  return (
    <div className="flex flex-col gap-1.5 text-sm text-muted">
      <p>
        {number === null ? (
          place.name
        ) : (
          <>
            The number <Number of={number} /> ({place.name})
          </>
        )}
        {wordsFor(hint)}
      </p>
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        {place.zones.map((offered) => (
          <button
            key={offered}
            type="button"
            onMouseDown={keepFocus}
            onClick={() => onChoose(offered)}
            className="rounded-sm py-0.5 font-medium text-accent underline-offset-2 hover:underline"
          >
            {guess === null ? cityOf(offered) : `Use ${offered}`}
            {now !== null && isZone(offered) && (
              <span aria-hidden="true" className="font-normal text-faint tabular-nums">
                {' '}
                {speakTime(now, offered).time} now
              </span>
            )}
          </button>
        ))}
      </p>
    </div>
  )
}

function wordsFor({ number, place }: Hint): string {
  if (place.zones.length > 1)
    return `${number === null ? '' : ' is from a country that'} keeps several times. Where is the customer?`
  return place.zones.length === 1 ? ' points to another zone than this one.' : '. Which zone is that?'
}

const Number = ({ of }: { of: string }) => <span className="font-mono whitespace-nowrap text-ink">{of}</span>

/** Brussels is as good as Amsterdam: only a clock that the place does not keep is worth a word. */
function keepsOneOf(place: Place, zone: string): boolean {
  if (!isZone(zone)) return false
  const clock = clockOf(zone)
  return place.zones.some((one) => isZone(one) && clockOf(one) === clock)
}
