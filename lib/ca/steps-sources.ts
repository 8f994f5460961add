import type { Source } from './outcome.ts'

/** What the steps' meanings are from. */

export const values: Source = {
  document: 'Resellers’ programs that read these statuses: DealerSafe2, Upmind, TrustOcean, cPanel',
}
export const faq: Source = {
  document: 'Sectigo, FAQ “Subscriber Agreement”',
  url: 'https://www.sectigo.com/faqs/detail/EV-SSL-Subscriber-Agreement/kA01N000000zFOe',
}
export const xolphin: Source = {
  document: 'Xolphin, web hooks: the phone call does not begin before the agreement is accepted',
  url: 'https://api.xolphin.com/support/WebHooks',
}
export const openprovider: Source = {
  document: 'Openprovider, “How does the callback work”',
  url: 'https://support.openprovider.eu/hc/en-us/articles/217269677',
}
export const validationManager: Source = {
  document: 'Sectigo, “Check domain validation status using Validation Manager”',
  url: 'https://www.sectigo.com/knowledge-base/detail/check-domain-validation-status-using-validation-manager',
}
export const changelog: Source = {
  document: 'Sectigo, changelog of CollectSSL, v1.17 to v1.22',
  url: 'https://docs.sectigo.com/sps/collect-ssl/changelog',
}
export const codes: Source = {
  document: 'Sectigo, “Collect MC”, result codes, and “Certificate issuance push”, status codes',
  url: 'https://docs.sectigo.com/sps/certificate-issuance-push/status-code',
}

export const client: Source = { document: 'DealerSafe2, error numbers of CollectSSL' }
