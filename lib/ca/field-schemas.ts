import * as z from 'zod/mini'
import * as rules from './field-rules.ts'
import type { InputField } from './operation.ts'

export type FieldSchema = z.ZodMiniType<string | undefined, string | undefined>
export type InputSchema = z.ZodMiniType<
  Readonly<Partial<Record<InputField, string>>>,
  Readonly<Partial<Record<InputField, string>>>
>

interface FieldDefinition {
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

export const requiredField = (name: InputField): FieldSchema => field(fieldDefinitions[name], true)
export const optionalField = (name: InputField): FieldSchema => field(fieldDefinitions[name], false)
export const optionalEmailList = (): FieldSchema => field(emailListDefinition, false)

/** Strict: a name that the operation does not have is refused by name, because the CA would refuse it too (-2). */
export function inputSchema(shape: Partial<Record<InputField, FieldSchema>>): InputSchema {
  const strict = z.strictObject(shape as Record<string, FieldSchema>, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `This operation has no field ${issue.keys.map((key: string) => `“${key}”`).join(', ')}.`
        : 'Send the fields as names and values.',
  })
  return z.pipe(strict, z.transform(withoutAbsent)) as InputSchema
}

function field(definition: FieldDefinition, required: boolean): FieldSchema {
  const text = z.optional(z.string('Send this as text.'))
  return z.pipe(
    text,
    z.transform((value: string | undefined, context) => {
      const clean = definition.clean(value ?? '')
      const sentence = judge(definition, clean, required)
      if (sentence !== null) context.issues.push({ code: 'custom', message: sentence, input: undefined })
      return clean === '' ? undefined : clean
    }),
  )
}

function judge(definition: FieldDefinition, text: string, required: boolean): string | null {
  if (text === '') return required ? definition.missing : null
  return (
    rules.unwritable(text, definition.lineBreaks === true) ??
    rules.tooLong(text, definition.maxLength) ??
    definition.rule(text)
  )
}

function withoutAbsent(value: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
