import type { DcvMethod, DomainControl } from './reads/get-mdc-domain-details/reply.ts'
import { meaningOf, statusTexts } from './reads/get-mdc-domain-details/texts.ts'
import type { Draft } from './step.ts'
import { stepTables } from './steps-table.ts'

/** One step for each domain of the order, or the overall one where the domains are not known. */
export function domainSteps(domains: readonly DomainControl[], overall: Draft): Draft[] {
  if (domains.length === 0) return [overall]
  return domains.map((domain, at) => ({
    ...domainStep(domain, overall, domains.length === 1),
    id: `domain-control-${at + 1}`,
    title: `Domain control of ${domain.name}`,
  }))
}

function domainStep(domain: DomainControl, overall: Draft, only: boolean): Draft {
  const { status, statusRaw, index } = domain
  const row = statusRaw === null ? null : meaningOf(statusTexts, statusRaw)
  const raw = { rawField: index === null ? 'dcvStatus' : `${index}_dcvStatus`, rawValue: statusRaw }
  if (row === null || status === 'not-known') return withoutStatus(raw, overall, only)
  const { rows } = stepTables['domain-control']
  const rest = { ...overall, ...raw, source: row.source, confidence: row.confidence }
  if (status === 'validated')
    return { ...rest, state: 'done', actsNext: 'nobody', says: rows.completed.says, helps: [], open: false }
  if (status === 'awaiting-brand') {
    const { actsNext, says } = stepTables.brand.rows['in-progress']
    return { ...rest, state: 'waiting', actsNext, says, helps: [], open: true }
  }
  const { helps, actsNext } = rows.open
  const byEmail = domain.method === 'email' || domain.method === 'not-known'
  return {
    ...rest,
    state: 'waiting',
    actsNext,
    says: `Control of the domain is not proven. ${proofs[domain.method](domain)}`,
    helps: byEmail ? helps : [],
    open: true,
  }
}

/** The status of the whole order speaks for a domain when it leaves no doubt which is meant. */
function withoutStatus(raw: Pick<Draft, 'rawField' | 'rawValue'>, overall: Draft, only: boolean): Draft {
  if (only || overall.state === 'done' || overall.state === 'not-needed') return overall
  const says =
    raw.rawValue === null
      ? 'The CA’s answer does not mention it.'
      : `The CA says “${raw.rawValue}”, which is in no list that we have.`
  const nothing = { actsNext: null, helps: [], source: null, confidence: null, open: false } as const
  return { ...overall, ...raw, ...nothing, state: 'not-known', says }
}

const file = () =>
  'It is to be proven by a file on the web server, which has to be in place; no e-mail is sent.'

const proofs: Readonly<Record<DcvMethod, (domain: DomainControl) => string>> = {
  email: ({ emailAddress }) =>
    `The domain control e-mail goes to ${emailAddress ?? 'the address that the CA has'}; its code has to be entered on the CA’s page.`,
  cname: () =>
    'It is to be proven by a CNAME record in the DNS, which has to be in place; no e-mail is sent.',
  http: file,
  https: file,
  'not-known': () => 'How it is to be proven is not known.',
}
