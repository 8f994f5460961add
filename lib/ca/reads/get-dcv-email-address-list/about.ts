import type { ReadAbout } from '../read.ts'

export const getDcvEmailAddressList: ReadAbout = {
  kind: 'get-dcv-email-address-list',
  path: '!GetDCVEmailAddressList',
  title: 'Addresses for domain control',
  tells: 'Tells the e-mail addresses to which the CA would send the domain control e-mail of a domain.',
  fairUse:
    'The CA asks to call it only when an address is about to be used, which must happen within 24 hours.',
}
