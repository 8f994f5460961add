import * as rules from './field-rules.ts'
import type { InputField } from './operation.ts'

/** One parameter's limit and rule. Without the schema library, so that a page that only shows an operation does not load it. */
export interface FieldDefinition {
  readonly clean: (text: string) => string
  readonly maxLength: number
  readonly rule: rules.FieldRule
  /** What is said when a required field is empty. */
  readonly missing: string
  readonly lineBreaks?: boolean
}

const none: rules.FieldRule = () => null

/** The CA's limits ("Max. length") and our rules, one for each parameter that a person can fill in. */
export const fieldDefinitions: Readonly<Record<InputField, FieldDefinition>> = {
  phoneNumber: {
    clean: rules.cleanLine,
    maxLength: 32,
    rule: rules.phoneRule,
    missing: 'Enter the phone number.',
  },
  emailAddress: {
    clean: rules.cleanLine,
    maxLength: 255,
    rule: rules.emailRule,
    missing: 'Enter the e-mail address.',
  },
  adminEmailAddress: {
    clean: rules.cleanLine,
    maxLength: 255,
    rule: rules.emailRule,
    missing: 'Enter the e-mail address.',
  },
  preferredTimeUTC: {
    clean: rules.cleanLine,
    maxLength: 30,
    rule: rules.callTimeRule,
    missing: 'Choose the date and time of the call.',
  },
  extensionNumber: {
    clean: rules.cleanLine,
    maxLength: 5,
    rule: rules.extensionRule,
    missing: 'Enter the extension.',
  },
  language: {
    clean: (text) => rules.cleanLine(text).toLowerCase(),
    maxLength: 5,
    rule: rules.languageRule,
    missing: 'Choose a language.',
  },
  comments: {
    clean: rules.cleanText,
    maxLength: 2000,
    rule: none,
    missing: 'Write a comment.',
    lineBreaks: true,
  },
  dcvEmailAddress: {
    clean: rules.cleanLine,
    maxLength: 255,
    rule: rules.emailRule,
    missing: 'Choose the e-mail address.',
  },
  dcvTemplateID: {
    clean: rules.cleanLine,
    maxLength: 9,
    rule: rules.templateRule,
    missing: 'Choose a template.',
  },
  baseOrderNumber: {
    clean: rules.cleanLine,
    maxLength: 19,
    rule: rules.wholeNumberRule,
    missing: 'Enter the base order number.',
  },
}

/** The list form of `emailAddress`: the same parameter name with other rules, on the S/MIME verification endpoint only. */
export const emailListDefinition: FieldDefinition = {
  clean: rules.cleanEmailList,
  maxLength: 32_000,
  rule: rules.emailListRule,
  missing: 'Enter the e-mail addresses.',
}
