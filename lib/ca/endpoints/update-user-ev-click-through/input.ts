import { inputSchema, requiredField } from '../../field-schemas.ts'

/** The document allows `adminEmailAddress` here too, but nowhere says what it does; see README.md. */
export const resendClickThroughEmailInput = inputSchema({})

export const replaceClickThroughEmailInput = inputSchema({
  adminEmailAddress: requiredField('adminEmailAddress'),
})
