// What the CA's documents leave open is a rule here, with the value the simulator starts with. A rule is changed in the seed,
// by PATCH /control/rules, or by setRules. Section numbers are those of sectigo-api.md.
import { defaultReadRules, readChoices, type ReadRules } from './read-rules.ts'

export type Rules = ReadRules & {
  /** -1: loopback plain http counts as HTTPS unless this is set; then only `x-forwarded-proto: https` does. */
  requireHttps: boolean
  /** Wrong passwords in a row after which an account is locked. Section 10.10: the CA's number was not found. */
  lockAfter: number
  /** Whether login is checked before the other values. The documents give no order of checks. */
  loginFirst: boolean
  /** -91 "Permission denied" (section 2.3, 3.3); -90 was added to sister endpoints and may be meant instead. */
  permissionCode: number
  permissionMessage: string
  /** An unknown order number, and one of another account: -4 on orderNumber is inferred (4.1, 8.2). */
  unknownOrderCode: number
  otherAccountCode: number
  /** A required argument sent empty. The documents do not say whether it is missing or invalid. */
  emptyRequiredCode: number
  /** The same name twice: the first or last value, or -4. Not documented. */
  repeatedArgument: 'first' | 'last' | 'invalid'
  /** Arguments in the query string of a POST. Not documented. */
  queryArguments: 'ignored' | 'read'
  /** What is said when an argument comes with an action it is not for; 0 ignores it. Only the "only for" is documented. */
  strayArgumentCode: number
  extensionActions: string[]
  /** 1.1: `language` is not bound to an action. */
  languageActions: string[]
  /** 1.1: `comments` is "only for" actions whose names are stripped in every copy; all are allowed until we know. */
  commentsActions: string[]
  /** 1.1: string of at most 5; whether letters are allowed is not said. A regular expression. */
  extensionPattern: string
  /** 1.1: string of at most 32; no format is documented, but a number without a digit cannot be called. */
  phonePattern: string
  /** 1.3: second-hand (Xolphin). Sectigo's own list was not found. */
  languages: string[]
  defaultLanguage: string
  /** A callback time in the past. 1.5: the texts of -20 were not found; 0 accepts it. */
  pastTimeCode: number
  pastTimeMessage: string
  /** 1.4: the status values of this endpoint were not found; 0 and 1 are taken from the sister endpoint. */
  ovStatusDone: number
  ovStatusNotRelevant: number
  /** 2.1: what adminEmailAddress does together with ResendEmail was not found. */
  resendEmailAddress: 'ignored' | 'used' | 'invalid'
  /** 2.2 documents `description`; a public client's test shows a reply without it. */
  evDescription: boolean
  /** 3.3 row 9: the number was NOT FOUND. -20 is a placeholder: tests must try several. The text is the document's description. */
  dcvCannotBeResentCode: number
  dcvCannotBeResentMessage: string
  /** 3.1: an address must have been listed within the last 24 hours. */
  dcvListHours: number
  /** 3.1: sending orderNumber and baseOrderNumber together is not stated. */
  bothOrderNumbers: 'orderNumber-wins' | 'must-agree' | 'invalid'
  /** 3.2: which codes carry errorItem is stripped; -2, -3 and -4 are inferred. */
  errorItemCodes: number[]
  /** 7: one documented sample is URL-encoded, another is unescaped. */
  replyEncoding: 'encoded' | 'plain'
  /** 7: the charset of URL-encoded replies was not found; empty sends none. */
  replyCharset: string
  /** 4.1 shows lines without saying how they end. */
  lineEnd: string
  finalLineEnd: boolean
}

const callbackActions = [
  'ScheduledCallback',
  'ManualCallback',
  'ReplacePhone',
  'replaceEmailAddress',
  'sendCallbackEmail',
]

export const defaultRules: Rules = {
  requireHttps: false,
  lockAfter: 5,
  loginFirst: true,
  permissionCode: -91,
  permissionMessage: 'Permission denied',
  unknownOrderCode: -4,
  otherAccountCode: -4,
  emptyRequiredCode: -3,
  repeatedArgument: 'first',
  queryArguments: 'ignored',
  strayArgumentCode: -4,
  extensionActions: ['ManualCallback', 'ScheduledCallback'],
  languageActions: callbackActions,
  commentsActions: callbackActions,
  extensionPattern: '',
  phonePattern: '[0-9]',
  languages: ['en-us', 'ru-ru', 'de-de', 'es-es', 'pt-br', 'nl-nl', 'fr-fr'],
  defaultLanguage: 'en-us',
  pastTimeCode: -20,
  pastTimeMessage: 'The preferred time of the callback is in the past.',
  ovStatusDone: 1,
  ovStatusNotRelevant: 0,
  resendEmailAddress: 'ignored',
  evDescription: true,
  dcvCannotBeResentCode: -20,
  dcvCannotBeResentMessage: 'DCV emails cannot be resent.',
  dcvListHours: 24,
  bothOrderNumbers: 'orderNumber-wins',
  errorItemCodes: [-2, -3, -4],
  replyEncoding: 'encoded',
  replyCharset: '',
  lineEnd: '\n',
  finalLineEnd: false,
  ...defaultReadRules,
}

const choices: Partial<Record<keyof Rules, string[]>> = {
  repeatedArgument: ['first', 'last', 'invalid'],
  queryArguments: ['ignored', 'read'],
  resendEmailAddress: ['ignored', 'used', 'invalid'],
  bothOrderNumbers: ['orderNumber-wins', 'must-agree', 'invalid'],
  replyEncoding: ['encoded', 'plain'],
  ...readChoices,
}

/** Takes over known rules of the right type; throws a sentence about the first that is not. */
export const changeRules = (rules: Rules, patch: Record<string, unknown>): Rules => {
  for (const [name, value] of Object.entries(patch)) {
    if (!Object.hasOwn(defaultRules, name)) throw new TypeError(`There is no rule "${name}".`)
    const before = defaultRules[name as keyof Rules]
    const fits = Array.isArray(before)
      ? Array.isArray(value) && value.every((item) => typeof item === typeof (before[0] ?? ''))
      : typeof value === typeof before && !(typeof value === 'number' && !Number.isFinite(value))
    if (!fits) throw new TypeError(`The rule "${name}" does not take that value.`)
    const allowed = choices[name as keyof Rules]
    if (allowed && !allowed.includes(value as string)) {
      throw new TypeError(`The rule "${name}" takes one of: ${allowed.join(', ')}.`)
    }
    if (name.endsWith('Pattern')) assertPattern(name, value as string)
  }
  return { ...rules, ...(patch as Partial<Rules>) }
}

const assertPattern = (name: string, value: string): void => {
  try {
    RegExp(value, 'u')
  } catch {
    throw new TypeError(`The rule "${name}" is not a regular expression.`)
  }
}
