import type { ComponentType } from 'react'
import type { FieldErrors, UseFormReturn } from 'react-hook-form'
import type { Control, FieldCopy } from '#lib/ca/operation.ts'
import type { OrderView } from '#lib/desk/views.ts'
import { CallbackTimeControl } from './controls/callback-time.tsx'
import { CommentsControl } from './controls/comments.tsx'
import { DcvAddressControl } from './controls/dcv-address.tsx'
import { DcvTemplateControl } from './controls/dcv-template.tsx'
import { EmailListControl } from './controls/email-list.tsx'
import { EmailControl } from './controls/email.tsx'
import { ExtensionControl } from './controls/extension.tsx'
import { LanguageControl } from './controls/language.tsx'
import { OrderNumberControl } from './controls/order-number.tsx'
import { PhoneControl } from './controls/phone.tsx'
import type { Values } from './values.ts'

/** What every control needs of the form. `defaults` is in the server's HTML, before the form library takes over. */
export interface FormParts {
  readonly form: UseFormReturn<Values>
  readonly errors: FieldErrors<Values>
  readonly defaults: Values
}

export interface ControlProps extends FormParts {
  readonly field: FieldCopy
  readonly known: OrderView['known']
  readonly templates: OrderView['templates']
  readonly callingHours?: OrderView['callingHours']
  readonly phonePlace?: OrderView['phonePlace']
  readonly dcvLists?: OrderView['dcvLists']
  readonly order: string
  /** The account’s id. */
  readonly account: string
  /** What the link filled in. */
  readonly prefill?: Readonly<Record<string, string>>
}

const controls: Readonly<Record<Control, ComponentType<ControlProps>>> = {
  'callback-time': CallbackTimeControl,
  extension: ExtensionControl,
  language: LanguageControl,
  phone: PhoneControl,
  email: EmailControl,
  'email-list': EmailListControl,
  comments: CommentsControl,
  'dcv-address': DcvAddressControl,
  'dcv-template': DcvTemplateControl,
  'order-number': OrderNumberControl,
}

export function FieldControl(props: ControlProps) {
  const Drawn = controls[props.field.control]
  return <Drawn {...props} />
}
