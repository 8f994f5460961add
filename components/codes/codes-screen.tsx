import type { CodeEntry } from '#lib/ca/codes.ts'
import { Button } from '#components/ui/button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { TextInput } from '#components/ui/text-input.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { CodeItem } from './code-item.tsx'
import { codeAnchor, filterCodes } from './code-filter.ts'
import { confidenceWords } from './confidence.tsx'

export function CodesScreen({ codes, search }: { codes: readonly CodeEntry[]; search: string }) {
  const found = filterCodes(codes, search)
  const endpoints = [...new Set(found.map((entry) => entry.endpoint))]
  return (
    <>
      <PageHeader
        title="Codes"
        description="Every code of every endpoint that is used here, in words: what it means, what to do, and how sure we are."
      />
      <SearchCodes search={search} found={found.length} all={codes.length} />
      <Confidences />
      {found.length === 0 ? (
        <EmptyState title="No code matches" className="px-0">
          <p>
            A number that is not listed here is shown as “unrecognised” and never read as success.{' '}
            <TextLink href="/codes">Show all codes</TextLink>
          </p>
        </EmptyState>
      ) : (
        <div className="mt-8 grid gap-8 lg:grid-cols-[16rem_minmax(0,1fr)]">
          <Endpoints endpoints={endpoints} found={found} />
          <div className="flex min-w-0 flex-col gap-10">
            {endpoints.map((endpoint) => (
              <Endpoint
                key={endpoint}
                endpoint={endpoint}
                codes={found.filter((one) => one.endpoint === endpoint)}
              />
            ))}
          </div>
        </div>
      )}
    </>
  )
}

function SearchCodes({ search, found, all }: { search: string; found: number; all: number }) {
  return (
    <search>
      <form action="/codes" method="get" className="flex max-w-xl flex-wrap items-end gap-2">
        <Field id="q" label="Find a code" className="min-w-48 flex-1">
          {(control) => (
            <TextInput
              {...control}
              name="q"
              type="search"
              defaultValue={search}
              placeholder="-16, or words such as “wrong state”"
              autoComplete="off"
            />
          )}
        </Field>
        <Button type="submit">Find</Button>
      </form>
      <p className="mt-2 text-sm text-faint">
        {search === '' ? `${all} codes` : `${found} of ${all} codes match “${search}”. `}
        {search !== '' && <TextLink href="/codes">Show all</TextLink>}
      </p>
    </search>
  )
}

function Confidences() {
  return (
    <Disclosure summary="How sure we are: documented, second-hand, inferred" className="mt-2">
      <dl className="flex max-w-prose flex-col gap-2 text-sm">
        {Object.entries(confidenceWords).map(([word, meaning]) => (
          <div key={word}>
            <dt className="font-medium capitalize">{word}</dt>
            <dd className="text-muted">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

function Endpoints({ endpoints, found }: { endpoints: readonly string[]; found: readonly CodeEntry[] }) {
  return (
    <nav aria-label="Endpoints" className="min-w-0">
      <ul className="flex flex-col gap-px lg:sticky lg:top-20">
        {endpoints.map((endpoint) => (
          <li key={endpoint}>
            <a
              href={`#${endpoint}`}
              className="flex justify-between gap-2 rounded-md px-2.5 py-1 text-sm text-muted hover:bg-sunken hover:text-ink pointer-coarse:py-2"
            >
              <span className="min-w-0 wrap-anywhere">{endpoint}</span>
              <span className="text-faint tabular-nums">
                {found.filter((one) => one.endpoint === endpoint).length}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Endpoint({ endpoint, codes }: { endpoint: string; codes: readonly CodeEntry[] }) {
  return (
    <Section id={endpoint} title={endpoint} count={codes.length}>
      <ul className="divide-y">
        {codes.map((entry, index) => {
          const anchor = codeAnchor(entry, index)
          return <CodeItem key={anchor} entry={entry} anchor={anchor} />
        })}
      </ul>
    </Section>
  )
}
