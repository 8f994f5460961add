import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { RadioGroup } from '#components/ui/radio-group.tsx'
import type { DcvListView } from '#lib/desk/dcv-list.ts'
import type { ControlProps } from '../field-control.tsx'
import { idOf } from '../values.ts'
import { DcvByHand } from './dcv-by-hand.tsx'
import { DcvDomain, typedDomain } from './dcv-domain.tsx'
import { DcvFetch } from './dcv-fetch.tsx'
import { firstDomain, mergeLists } from './dcv-lists.ts'
import { DcvListBox } from './dcv-list-box.tsx'
import { ProvenOtherwise } from './dcv-notices.tsx'

/** The address used last time, one of those that the CA takes for a domain, fetched on demand, or one typed by hand. */
export function DcvAddressControl(props: ControlProps) {
  const { field, form, errors, defaults, known, dcvLists = [], order, account } = props
  const { control } = form
  const [fetched, setFetched] = useState<readonly DcvListView[]>([])
  const [wrongDomain, setWrongDomain] = useState<string | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const choice = useWatch({ control, name: 'dcvChoice' }) ?? defaults.dcvChoice ?? 'same'
  const picked = useWatch({ control, name: 'dcvDomain' }) ?? ''
  const typed = useWatch({ control, name: 'dcvDomainTyped' }) ?? ''
  const error = errors[field.name]
  useReloadAfter(error?.type === 'server' ? error.message : undefined)

  const lists = mergeLists(dcvLists, fetched)
  const isTyped = lists.length === 0 || picked === 'typed'
  const domain = isTyped
    ? typed.trim()
    : lists.some((one) => one.domain === picked)
      ? picked
      : firstDomain(lists)
  const list = lists.find((one) => one.domain === domain.toLowerCase()) ?? null
  const radio = form.register('dcvChoice', { onChange: () => form.clearErrors(field.name) })
  const isByHand = choice === 'other'

  function keep(news: DcvListView) {
    // The field that held the focus makes room for a choice.
    if (document.activeElement?.id === typedDomain) button.current?.focus()
    setFetched((before) => [...before.filter((one) => one.domain !== news.domain), news])
    // From now on it is one of the domains to choose from, as the CA was asked for it.
    if (isTyped) form.setValue('dcvDomain', news.domain)
  }

  return (
    <div className="flex flex-col gap-3">
      <ProvenOtherwise lists={lists} />
      <RadioGroup
        id={isByHand ? 'field-dcvChoice' : idOf(field.name)}
        name="dcvChoice"
        legend={field.label}
        error={isByHand ? null : (error?.message ?? null)}
        // Not what the form began with: the library takes a radio's default for the person's choice when it comes back.
        defaultValue={choice}
        inputProps={radio}
        options={[
          {
            value: 'same',
            label: 'Same as last time',
            hint: <LastTime value={known.dcvEmail?.value ?? null} lists={lists} />,
          },
        ]}
      />
      <DcvListBox list={list} choice={choice} radio={radio}>
        <DcvDomain
          {...props}
          lists={lists}
          isTyped={isTyped}
          domain={domain}
          error={isTyped ? wrongDomain : null}
          onEnter={() => button.current?.click()}
        />
        <DcvFetch
          order={order}
          account={account}
          domain={domain}
          isAgain={list !== null && list.addresses !== null}
          onList={keep}
          onDomainProblem={setWrongDomain}
          button={button}
        />
      </DcvListBox>
      <DcvByHand {...props} radio={radio} choice={choice} />
    </div>
  )
}

/** The server read the list anew before it said no, so the page’s is the older one. */
function useReloadAfter(message: string | undefined): void {
  const router = useRouter()
  useEffect(() => {
    if (message !== undefined) router.refresh()
  }, [message, router])
}

/** The request names an order and no domain, so of several domains only an address says which one is meant. */
function LastTime({ value, lists }: { value: string | null; lists: readonly DcvListView[] }) {
  const isOneOfSeveral = lists.filter(({ ofOrder }) => ofOrder !== null).length > 1
  return (
    <span className="wrap-anywhere">
      The CA sends it to the address it used before.
      {value !== null && ` This desk last named ${value}.`}
      {isOneOfSeveral && ' Which of this order’s domains that was for, the CA does not say.'}
    </span>
  )
}
