// The bodies that a fault puts in place of the right one.
import type { ReplyFamily } from './reply.ts'

export const html = { 'content-type': 'text/html; charset=utf-8' }
const page = (title: string, text: string): Buffer =>
  Buffer.from(
    `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>\n`,
  )
export const maintenancePage = page(
  'Scheduled maintenance',
  'We are working on our systems. Please come back later.',
)
export const errorPage = page('500 Internal Server Error', 'The server met an unexpected condition.')
export const movedPage = page('302 Found', 'The page has moved.')

// The charset of replies was not found (section 7): é, ß and ü in ISO-8859-1, once escaped and once as bare bytes.
const latin1Texts: Record<ReplyFamily, string> = {
  pairs: 'errorCode=-20&errorMessage=Caf%E9+Groß:+der+Auftrag+ist+für+Änderungen+gesperrt',
  lines: '-122\nCafé Groß: der Auftrag ist für Änderungen gesperrt',
  json: '{"errorCode":-20,"errorMessage":"Café Groß: der Auftrag ist für Änderungen gesperrt"}',
}
export const latin1 = (family: ReplyFamily): Buffer => Buffer.from(latin1Texts[family], 'latin1')

const filling = 'x'.repeat(1_500_000)
export const huge = (family: ReplyFamily, body: Buffer): Buffer => {
  if (family === 'json') return Buffer.concat([body.subarray(0, -1), Buffer.from(`,"filling":"${filling}"}`)])
  return Buffer.concat([body, Buffer.from((family === 'pairs' ? '&filling=' : '\n') + filling)])
}

const unknownCodes: Record<ReplyFamily, string> = {
  pairs: 'errorCode=-987&errorMessage=This+code+is+in+no+document',
  lines: '-987\nThis code is in no document',
  json: '{"errorCode":-987,"errorMessage":"This code is in no document"}',
}
export const unknownCode = (family: ReplyFamily): Buffer => Buffer.from(unknownCodes[family])

/** Status 7. A read keeps its answer, and all its status fields take the 7; without any, and in bare lines, the code does. */
export const unknownStatus = (family: ReplyFamily, read?: Buffer): Buffer => {
  const text = read?.toString('utf8') ?? ''
  const changed = text
    .replaceAll(/(Status=)[^&\r\n]*/g, '$17')
    .replaceAll(/("\w*Status":)("[^"]*"|-?\d+)/g, '$17')
  if (changed !== text) return Buffer.from(changed)
  if (family === 'json') return Buffer.from('{"errorCode":0,"status":7}')
  // The line format has no status; a positive code is as unknown there.
  return Buffer.from(family === 'pairs' ? 'errorCode=0&status=7' : text.replace(/^-?\d+/, '7') || '7')
}
