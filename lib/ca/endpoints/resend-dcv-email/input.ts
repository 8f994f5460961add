import { inputSchema, optionalField } from '../../field-schemas.ts'

export const resendDcvEmailInput = inputSchema({
  dcvEmailAddress: optionalField('dcvEmailAddress'),
  dcvTemplateID: optionalField('dcvTemplateID'),
  baseOrderNumber: optionalField('baseOrderNumber'),
})
