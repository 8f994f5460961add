import { languages } from '#lib/ca/languages.ts'

export type AdviceLanguage = 'en' | 'de' | 'es' | 'fr' | 'nl' | 'pt' | 'ru'

export interface AdviceLanguageAbout {
  readonly value: AdviceLanguage
  /** BCP 47, for a `lang` attribute and for `Intl`. */
  readonly lang: string
  readonly english: string
  readonly own: string
}

/** Portuguese is Brazil’s, as on the CA’s callback; English is the one of this desk. */
const tags: Readonly<Record<AdviceLanguage, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  es: 'es-ES',
  fr: 'fr-FR',
  nl: 'nl-NL',
  pt: 'pt-BR',
  ru: 'ru-RU',
}

const isAdviceLanguage = (text: string): text is AdviceLanguage => Object.hasOwn(tags, text)

/** The languages in which there is advice: those of the CA’s callback, with their names in English and in the language itself. */
export const adviceLanguages: readonly AdviceLanguageAbout[] = languages.flatMap(
  ({ value, english, own }) => {
    const short = value.slice(0, 2)
    return isAdviceLanguage(short) ? [{ value: short, lang: tags[short], english, own }] : []
  },
)

/** The advice language for a callback language or a language tag such as `de-de`, `pt` or `en_US`; null when there is none. */
export function adviceLanguageOf(text: string | null | undefined): AdviceLanguage | null {
  const short = /^[a-z]{2}(?![a-z])/.exec((text ?? '').trim().toLowerCase())?.[0] ?? ''
  return isAdviceLanguage(short) ? short : null
}

/** The language’s BCP 47 tag. */
export function langOf(language: AdviceLanguage): string {
  return tags[language]
}
