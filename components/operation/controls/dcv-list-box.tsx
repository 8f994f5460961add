import { type ComponentProps, type ReactNode, useSyncExternalStore } from 'react'
import { StopIcon } from '#components/ui/icons.tsx'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import { Time } from '#components/ui/time.tsx'
import type { DcvListView } from '#lib/desk/dcv-list.ts'
import { DcvAnswer } from './dcv-answer.tsx'
import { type DcvGroup, groupsOf } from './dcv-lists.ts'
import { EmptyList, ListFailure } from './dcv-notices.tsx'

export interface DcvListBoxProps {
  /** Null while no list of the domain was ever asked for. */
  readonly list: DcvListView | null
  readonly choice: string
  readonly radio: ComponentProps<'input'>
  /** The domain and the button that fetches. */
  readonly children: ReactNode
}

/** The addresses that the CA takes for one domain, with their age. Everything else of the form works without it. */
export function DcvListBox({ list, choice, radio, children }: DcvListBoxProps) {
  const { offered, ended } = groupsOf(list ?? { domain: '', addresses: null })
  const all = offered.flatMap(({ addresses }) => addresses)
  const isElsewhere = choice !== 'same' && choice !== 'other' && !all.includes(choice)
  const group = (one: DcvGroup, at: number) => (
    <RadioGroup
      key={one.title}
      id={`field-dcvChoice-${at}`}
      name="dcvChoice"
      legend={<span className="wrap-anywhere">{one.title}</span>}
      hint={one.hint}
      defaultValue={choice}
      inputProps={radio}
      options={one.addresses.map((address) => ({ value: address, label: address }))}
    />
  )
  return (
    <section aria-label="Addresses that the CA accepts" className="flex flex-col gap-4 rounded-lg border p-4">
      <h3 className="text-sm font-semibold text-ink">Addresses that the CA accepts</h3>
      {children}
      {list?.readAt != null && <Age list={list} readAt={list.readAt} />}
      {isElsewhere && group({ title: 'Chosen before', hint: elsewhere, addresses: [choice] }, 0)}
      {list?.failure && <ListFailure list={list} failure={list.failure} />}
      {list?.addresses != null && all.length === 0 && <EmptyList list={list} hasEnded={ended.length > 0} />}
      {offered.map((one, at) => group(one, at + 1))}
      {ended.map((one) => (
        <Ended key={one.says} {...one} />
      ))}
      {list !== null && list.gone.length > 0 && <Gone gone={list.gone} />}
      {list !== null && list.raw.length > 0 && <DcvAnswer summary="The CA’s answer" texts={list.raw} />}
    </section>
  )
}

const elsewhere = 'It is not on the list shown here.'

function Age({ list: { addresses, freshUntil }, readAt }: { list: DcvListView; readAt: number }) {
  const isStale = usePast(freshUntil)
  return (
    <p className="-mt-2 text-sm text-faint">
      Fetched <Time at={readAt} />. {addresses?.length !== 0 && (isStale ? tooOld : goodFor)}
    </p>
  )
}

const goodFor = 'The CA takes them for 24 hours from then.'
const tooOld =
  'That is more than the 24 hours for which the CA takes them, so the list is fetched again before anything is sent.'

function Ended({ says, addresses }: { says: string; addresses: readonly string[] }) {
  return (
    <div className="text-sm">
      <p className="font-medium text-ink">Ended by a rule: cannot be chosen</p>
      <p className="text-faint">{says}</p>
      <ul className="mt-1.5 flex flex-col gap-1">
        {addresses.map((address) => (
          <li key={address} className="flex items-start gap-2.5 text-muted">
            <StopIcon className="mt-0.5 text-refused" />
            <s className="wrap-anywhere">{address}</s>
          </li>
        ))}
      </ul>
    </div>
  )
}

const mostGone = 5

function Gone({ gone }: { gone: readonly string[] }) {
  const more = gone.length - mostGone
  return (
    <p className="text-sm wrap-anywhere text-faint">
      On an earlier list and not on this one: {gone.slice(0, mostGone).join(', ')}
      {more > 0 && ` and ${more} more`}.
    </p>
  )
}

/** Also when the time comes while the page stays open. The server leaves it to the browser’s clock. */
function usePast(at: number | null): boolean {
  return useSyncExternalStore(
    everyMoment,
    () => at !== null && Date.now() >= at,
    () => false,
  )
}

function everyMoment(changed: () => void): () => void {
  const timer = setInterval(changed, 20_000)
  return () => clearInterval(timer)
}
