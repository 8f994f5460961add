import { Notice } from '#components/ui/notice.tsx'
import type { DcvListView } from '#lib/desk/dcv-list.ts'
import type { ReadFailure } from '#lib/desk/order-state.ts'
import { DcvAnswer } from './dcv-answer.tsx'
import { provenOtherwise } from './dcv-lists.ts'

const lasting =
  'The way that lasts is another proof: a CNAME record in the domain’s DNS or a file on its web server. Either can be set up once and automated, and e-mail as a proof ends on 15 March 2028. The order’s proof is changed at the CA, not here.'

/** At the top, where an e-mail is not what the order waits for. */
export function ProvenOtherwise({ lists }: { lists: readonly DcvListView[] }) {
  const domains = provenOtherwise(lists)
  if (domains.length === 0) return null
  const [first, ...others] = domains
  const isDns = domains.some(({ ofOrder }) => ofOrder?.method === 'cname')
  const isFile = domains.some(({ ofOrder }) => ofOrder?.method !== 'cname')
  const proof = [isDns && 'a CNAME record', isFile && 'a file on the web server'].filter(Boolean).join(' or ')
  return (
    <Notice
      tone="warn"
      className="mb-2"
      word="Not by e-mail"
      title={
        <>
          {first?.domain}
          {others.length > 0 && ` and ${others.length} more`} {others.length > 0 ? 'are' : 'is'} to be proven
          by {proof}
        </>
      }
    >
      <p>
        {isDns && 'The CNAME record that the CA gave for this order has to be in the domain’s DNS. '}
        {isFile &&
          'The file that the CA gave for this order has to be on the domain’s web server, reachable from everywhere. '}
        The CA looks for it by itself and sends no e-mail.
      </p>
      <p>
        Ask the domain’s owner first whether it is in place. An e-mail helps only when the proof is changed to
        e-mail at the CA.
      </p>
    </Notice>
  )
}

/** Why the last reading told nothing, and what is shown instead. */
export function ListFailure({ list, failure }: { list: DcvListView; failure: ReadFailure }) {
  const [, title = failure.title] = /^[^:]+: (.*)$/.exec(failure.title) ?? []
  return (
    <Notice tone="warn" word={list.addresses === null ? 'No list' : 'No new list'} title={title}>
      <p>{failure.explanation}</p>
      <p className="font-medium text-ink">{byCode[failure.code ?? 0] ?? failure.nextStep}</p>
      {list.domain.startsWith('*.') && <Wildcard domain={list.domain} />}
      {list.addresses !== null && <p>What is shown is the list from before.</p>}
      {failure.raw !== null && failure.raw !== '' && (
        <DcvAnswer summary="What the CA sent" texts={[{ text: failure.raw }]} />
      )}
    </Notice>
  )
}

const byCode: Readonly<Record<number, string>> = {
  [-19]:
    'An IP address has no mailbox of its own, so no e-mail can prove it. Prove it by a file on its web server, or order for a domain name.',
  [-37]:
    'No public CA may issue for a name that only an internal network knows. Check the name for a typing error; if it is right, the order needs a public domain name.',
}

/** The most common complaint about lists like this one: it is empty and does not say why. */
export function EmptyList({ list: { domain }, hasEnded }: { list: DcvListView; hasEnded: boolean }) {
  return (
    <Notice
      tone="warn"
      word="Empty"
      title={
        hasEnded ? 'every address on the list was ended by a rule' : `the CA takes no address for ${domain}`
      }
    >
      <ul className="list-disc pl-4">
        <li>It offers no fixed name, such as admin@ or postmaster@, at this domain or above it.</li>
        <li>It found no contact in the domain’s DNS. The owner can add one as a TXT or CAA record.</li>
        <li>Contacts from WHOIS no longer count.</li>
      </ul>
      {domain.startsWith('*.') && <Wildcard domain={domain} />}
      <p>Check the domain for a typing error first. {lasting}</p>
    </Notice>
  )
}

function Wildcard({ domain }: { domain: string }) {
  return <p>This is a wildcard name. Try it without the “*.” in front: {domain.slice(2)}.</p>
}
