import { inputSchema, optionalEmailList } from '../../field-schemas.ts'

export const resendSmimeVerificationEmailInput = inputSchema({ emailAddress: optionalEmailList() })
