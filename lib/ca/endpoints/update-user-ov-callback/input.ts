import { inputSchema, optionalField, requiredField } from '../../field-schemas.ts'

export const scheduleCallbackInput = inputSchema({
  preferredTimeUTC: requiredField('preferredTimeUTC'),
  extensionNumber: optionalField('extensionNumber'),
  language: optionalField('language'),
})

/** That `comments` belongs to the manual callback only is our reading; see README.md. */
export const requestManualCallbackInput = inputSchema({
  preferredTimeUTC: requiredField('preferredTimeUTC'),
  extensionNumber: optionalField('extensionNumber'),
  language: optionalField('language'),
  comments: optionalField('comments'),
})

export const replaceCallbackPhoneInput = inputSchema({ phoneNumber: requiredField('phoneNumber') })

export const switchCallbackToEmailInput = inputSchema({ emailAddress: requiredField('emailAddress') })

export const resendCallbackEmailInput = inputSchema({})
