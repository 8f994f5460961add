import * as z from 'zod/mini'
import { emailListDefinition, fieldDefinitions } from './field-definitions.ts'
import type { FieldDefinition } from './field-definitions.ts'
import { tooLong, unwritable } from './field-rules.ts'
import type { InputField } from './operation.ts'

export type FieldSchema = z.ZodMiniType<string | undefined, string | undefined>
export type InputSchema = z.ZodMiniType<
  Readonly<Partial<Record<InputField, string>>>,
  Readonly<Partial<Record<InputField, string>>>
>

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
    unwritable(text, definition.lineBreaks === true) ??
    tooLong(text, definition.maxLength) ??
    definition.rule(text)
  )
}

function withoutAbsent(value: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(value).filter((pair): pair is [string, string] => pair[1] !== undefined),
  )
}
