import { countCharacters } from '../../field-rules.ts'

const label = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i

/** A complete domain name, also with `*.` in front, in plain letters. Answers with a sentence, or null when it is fine. */
export function checkDomainName(name: string): string | null {
  if (name === '') return 'Enter the domain name.'
  if (countCharacters(name) > 255) return 'A domain name has 255 characters at the most.'
  if (/[^\u0021-\u007E]/.test(name))
    return 'Use plain letters in the domain name. One with other letters is written with “xn--”.'
  const labels = name.replace(/^\*\./, '').split('.')
  const whole =
    labels.length > 1 && labels.every((one) => label.test(one)) && !/^\d+$/.test(labels.at(-1) ?? '')
  return whole ? null : 'Enter a complete domain name, such as www.example.com.'
}
