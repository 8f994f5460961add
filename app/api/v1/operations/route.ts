import { unauthorised, json } from '#lib/api/answers.ts'
import { guarded } from '#lib/api/guarded.ts'
import { actorOfToken } from '#lib/auth/tokens.ts'
import { catalogue } from '#lib/ca/catalogue.ts'
import { operationIds } from '#lib/ca/operation.ts'

export const dynamic = 'force-dynamic'

/** Every operation with its input. See /api/v1/openapi.json. */
export async function GET(request: Request) {
  return guarded(async () => {
    if ((await actorOfToken(request.headers.get('authorization'))) === null) return unauthorised()
    return json({
      operations: operationIds.map((id) => {
        const { title, effect, endpoint, role, contactChange, fields } = catalogue[id]
        const input = fields.map(({ name, label, hint, required, maxLength }) => ({
          name,
          label,
          hint,
          required,
          maxLength,
        }))
        return { id, title, effect, endpoint, role, contactChange, input }
      }),
    })
  })
}
