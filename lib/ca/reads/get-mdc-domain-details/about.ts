import type { ReadAbout } from '../read.ts'

export const getMdcDomainDetails: ReadAbout = {
  kind: 'get-mdc-domain-details',
  path: '!GetMDCDomainDetails',
  title: 'Domains of the order',
  tells: 'Tells for each domain of the order how control of it is proven, and whether it is.',
  fairUse: 'No limit of its own is known; the CA asks for one read of an order’s state in 3 hours.',
}
