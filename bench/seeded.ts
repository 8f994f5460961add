/** What seed.ts made. */
export interface Seeded {
  readonly accountId: string
  readonly people: readonly { readonly id: string; readonly email: string; readonly password: string }[]
  readonly tokens: readonly string[]
}
