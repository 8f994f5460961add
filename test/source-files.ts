import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

export const root = join(import.meta.dirname, '..')

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly text: string
  readonly isTest: boolean
}

/** The project's TypeScript below these folders, or these very files. */
export function sources(...patterns: readonly string[]): SourceFile[] {
  const all = patterns.map((pattern) => (/\.tsx?$/.test(pattern) ? pattern : `${pattern}/**/*.{ts,tsx}`))
  return globSync(all, { cwd: root })
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8'), isTest: isTest(path) }))
}

/** Tests, and what only tests use. */
const isTest = (path: string) => /\.(test|spec|contract)\.tsx?$|(^|\/)testing(\/|\.ts$)/.test(path)

export interface Import {
  /** As it is written. */
  readonly from: string
  /** The project's file it leads to, or null for a package. */
  readonly path: string | null
  readonly isType: boolean
}

const importPattern =
  /^(?:import|export)\s+(type\s+)?(?:[\w*{][^'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm

export function importsOf({ path, text }: SourceFile): Import[] {
  return [...text.matchAll(importPattern)].map(([, type, stated, dynamic]) => {
    const from = stated ?? dynamic ?? ''
    return { from, path: target(path, from), isType: type !== undefined }
  })
}

function target(importer: string, from: string): string | null {
  if (from.startsWith('#')) return from.slice(1)
  return from.startsWith('.') ? normalize(join(dirname(importer), from)) : null
}

/** Whether a file is marked as Next's `use client` or `use server`. */
export const startsWith = (file: SourceFile | undefined, mark: 'use client' | 'use server') =>
  file?.text.startsWith(`'${mark}'`) ?? false

/** Every project file that a file needs at run time, itself included. Server actions are left out: a browser only calls them. */
export function reachable(start: SourceFile, files: ReadonlyMap<string, SourceFile>): SourceFile[] {
  const seen = new Map<string, SourceFile>()
  const visit = (file: SourceFile) => {
    if (seen.has(file.path)) return
    seen.set(file.path, file)
    if (file !== start && startsWith(file, 'use server')) return
    for (const { path, isType } of importsOf(file)) {
      const next = isType || path === null ? undefined : files.get(path)
      if (next !== undefined) visit(next)
    }
  }
  visit(start)
  return [...seen.values()]
}
