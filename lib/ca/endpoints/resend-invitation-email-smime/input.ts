import { inputSchema } from '../../field-schemas.ts'

export const resendSmimeInvitationEmailInput = inputSchema({})
