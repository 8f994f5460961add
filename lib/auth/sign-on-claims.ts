import { roles, type Role } from '#lib/desk/receipt.ts'

/** How single sign-on is set up, from the environment. */
export interface SignOnSettings {
  /** The provider's issuer, such as `https://login.example.com/realms/staff`. */
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  /** The claim that names a person's groups or roles; dots lead into objects, such as `realm_access.roles`. */
  readonly roleClaim: string
  /** The claim's value for each role; a role without one is given to nobody by single sign-on. */
  readonly roles: Readonly<Partial<Record<Role, string>>>
  /** What the button says: “Sign in with …”. */
  readonly label: string
}

/** The highest role that the claim's values stand for, or null. */
export function roleOfClaims(
  claims: Readonly<Record<string, unknown>>,
  settings: SignOnSettings,
): Role | null {
  const values = new Set(valuesAt(claims, settings.roleClaim.split('.')))
  const held = roles.filter((role) => {
    const value = settings.roles[role]
    return value !== undefined && values.has(value)
  })
  return held.at(-1) ?? null
}

/** A claim may be one text, or a list of texts; anything else stands for nothing. */
function valuesAt(claims: unknown, path: readonly string[]): string[] {
  const [name, ...rest] = path
  if (name === undefined)
    return (Array.isArray(claims) ? claims : [claims]).filter((one) => typeof one === 'string')
  if (typeof claims !== 'object' || claims === null || !Object.hasOwn(claims, name)) return []
  return valuesAt((claims as Record<string, unknown>)[name], rest)
}
