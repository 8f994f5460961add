import type { AdviceLanguage } from './languages.ts'
import type { Fact } from './texts.ts'

export type Facts = Readonly<Partial<Record<Fact, string>>>

/** Longer than any of these is no fact to put in a sentence. A host name has 253 characters at most. */
const longestFact = 253

/** Controls, marks that turn the direction of writing, signs that cannot be seen, and what could be read as markup or as a placeholder. */
const unwanted = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]+/gu
const markup = /[<>{}[\]|]/g

/** A fact as one clean line; undefined when nothing is left, or when it is too long to be one. */
export function cleanFact(text: string | null | undefined): string | undefined {
  const line = (text ?? '')
    .slice(0, longestFact * 4)
    .replace(unwanted, ' ')
    .replace(markup, '')
    .replace(/\s+/g, ' ')
    .trim()
  return line === '' || line.length > longestFact ? undefined : line
}

/** A template with its choices made and its facts put in. Facts are never read as templates. */
export function fill(template: string, facts: Facts): string {
  const chosen = template.replace(/\[([^[\]|]*)\|([^[\]|]*)\]/g, (_, known: string, otherwise: string) =>
    factsIn(known).every((name) => facts[name] !== undefined) ? known : otherwise,
  )
  const lines = chosen.split('\n').filter((line) => line.trim() !== '')
  return lines.join('\n').replace(/\{(\w+)\}/g, (_, name: Fact) => facts[name] ?? '')
}

/** The names of the facts that a template mentions. */
export function factsIn(template: string): Fact[] {
  return [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as Fact)
}

/** What a language’s typography asks for: French keeps its colons and semicolons on the line, with a space. */
export function typeset(text: string, language: AdviceLanguage): string {
  const plain = text.replaceAll('\u{202f}', '\u{a0}')
  return language === 'fr' ? plain.replace(/ (?=[:;?!»])/g, '\u{a0}') : plain
}
