import type { ReadAbout } from '../read.ts'

export const collectSsl: ReadAbout = {
  kind: 'collect-ssl',
  path: 'download/CollectSSL',
  title: 'State of the order',
  tells: 'Tells how far the CA is with each step of the order, and whether the certificate is issued.',
  fairUse: 'The CA allows one read in 3 hours for an order, and never two at the same time.',
}
