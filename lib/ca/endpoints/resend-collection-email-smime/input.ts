import { inputSchema } from '../../field-schemas.ts'

export const resendSmimeCollectionEmailInput = inputSchema({})
