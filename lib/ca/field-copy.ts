import { emailListDefinition, fieldDefinitions } from './field-definitions.ts'
import type { Control, FieldCopy, InputField } from './operation.ts'

const personal: ReadonlySet<InputField> = new Set([
  'phoneNumber',
  'emailAddress',
  'adminEmailAddress',
  'dcvEmailAddress',
  'comments',
])

const controls: Readonly<Record<InputField, Control>> = {
  phoneNumber: 'phone',
  emailAddress: 'email',
  adminEmailAddress: 'email',
  preferredTimeUTC: 'callback-time',
  extensionNumber: 'extension',
  language: 'language',
  comments: 'comments',
  dcvEmailAddress: 'dcv-address',
  dcvTemplateID: 'dcv-template',
  baseOrderNumber: 'order-number',
}

/** Field copy with the control, the limit and the privacy mark that belong to the CA's parameter. */
export function fieldCopy(name: InputField, label: string, hint: string, required: boolean): FieldCopy {
  const { maxLength } = fieldDefinitions[name]
  return { name, control: controls[name], label, hint, required, maxLength, personal: personal.has(name) }
}

/** The list form of `emailAddress`. */
export function emailListCopy(label: string, hint: string): FieldCopy {
  const { maxLength } = emailListDefinition
  return {
    name: 'emailAddress',
    control: 'email-list',
    label,
    hint,
    required: false,
    maxLength,
    personal: true,
  }
}
