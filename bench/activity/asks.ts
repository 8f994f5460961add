import type { Page } from './cases.ts'

/** What the bench asks a reader for, and what it hears. Times in milliseconds, one for each run. */
export interface Asks {
  readonly pages: {
    readonly ask: {
      readonly query: Readonly<Record<string, string>>
      readonly page: Page
      readonly runs: number
    }
    readonly answer: { readonly ms: readonly number[]; readonly rows: number; readonly isShort: boolean }
  }
  /** Fifty rows by their primary key: what no page can be faster than. */
  readonly floor: {
    readonly ask: { readonly runs: number }
    readonly answer: { readonly ms: readonly number[] }
  }
  readonly export: { readonly ask: object; readonly answer: Exported }
  /** Events appended, each in a transaction of its own. */
  readonly append: {
    readonly ask: { readonly runs: number }
    readonly answer: { readonly ms: readonly number[] }
  }
  /** Takes the activity's indexes away, to see what they cost a write. */
  readonly strip: { readonly ask: object; readonly answer: object }
}

export interface Exported {
  readonly rows: number
  readonly seconds: number
  /** Resident memory at its highest during the export above that before it, in megabytes. */
  readonly growthMb: number
  /** The same of a second export: next to nothing where memory does not grow with the rows. */
  readonly againMb: number
}

export type Asked = { [What in keyof Asks]: { readonly what: What } & Asks[What]['ask'] }[keyof Asks]
