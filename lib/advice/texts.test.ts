import { beforeAll, describe, expect, test } from 'vitest'
import { operationIds } from '#lib/ca/operation.ts'
import { languages } from '#lib/ca/languages.ts'
import { stepKinds } from '#lib/ca/steps-table.ts'
import { factsIn } from './fill.ts'
import { type AdviceLanguage, adviceLanguageOf, adviceLanguages } from './languages.ts'
import { type AdviceTexts, loadTexts, perhapsFacts, sureFacts, textIds } from './texts.ts'

const all = new Map<AdviceLanguage, AdviceTexts>()
beforeAll(async () => {
  for (const { value } of adviceLanguages) all.set(value, await loadTexts(value))
})
const stringsOf = ({ heading, stateHeading, steps, operations, texts }: AdviceTexts): [string, string][] => [
  ['heading', heading],
  ['stateHeading', stateHeading],
  ...Object.entries(steps).map(([id, text]): [string, string] => [`steps ${id}`, text]),
  ...Object.entries(operations).map(([id, text]): [string, string] => [`operations ${id}`, text]),
  ...Object.entries(texts).map(([id, text]): [string, string] => [`texts ${id}`, text]),
]
const everyString = () =>
  [...all].flatMap(([language, texts]) =>
    stringsOf(texts).map(([id, text]) => ({ language, id, where: `${language} ${id}`, text })),
  )
const choice = /\[([^[\]|]*)\|([^[\]|]*)\]/g
const withoutChoices = (text: string) => text.replace(choice, '')

describe('the languages of advice', () => {
  test('are those of the CA’s callback, with their names in English and in themselves', () => {
    expect(adviceLanguages.map(({ value }) => value)).toEqual(['en', 'de', 'es', 'fr', 'nl', 'pt', 'ru'])
    expect(adviceLanguages.map(({ english, own }) => [english, own])).toEqual(
      languages.map(({ english, own }) => [english, own]),
    )
    for (const { value } of languages) expect(adviceLanguageOf(value)).toBe(value.slice(0, 2))
  })

  test('are found from tags in any spelling, and never guessed', () => {
    expect(['DE', 'pt-PT', 'en_US', ' fr '].map(adviceLanguageOf)).toEqual(['de', 'pt', 'en', 'fr'])
    for (const other of ['', 'english', 'xx', 'constructor', '__proto__', null, undefined])
      expect(adviceLanguageOf(other)).toBeNull()
  })
})

describe('every language', () => {
  test('has every text, every step’s name and every operation’s', () => {
    for (const texts of all.values()) {
      expect(Object.keys(texts.texts)).toEqual([...textIds])
      expect(Object.keys(texts.steps).toSorted()).toEqual(stepKinds.toSorted())
      expect(Object.keys(texts.operations)).toEqual([...operationIds])
    }
  })

  test('names the same facts in a text as English, and only facts that there are', () => {
    const english = new Map(stringsOf(all.get('en') as AdviceTexts))
    const known = new Set<string>([...sureFacts, ...perhapsFacts])
    for (const { where, id, text } of everyString()) {
      const named = factsIn(text).toSorted()
      expect([where, named]).toEqual([where, factsIn(english.get(id) ?? '').toSorted()])
      expect([where, named.filter((name) => !known.has(name))]).toEqual([where, []])
    }
  })

  test('has its choices whole, and says what may be missing only in a choice', () => {
    for (const { where, text } of everyString()) {
      expect([where, withoutChoices(text).match(/[[\]|]/)]).toEqual([where, null])
      const outside = factsIn(withoutChoices(text)).filter((name) =>
        (perhapsFacts as readonly string[]).includes(name),
      )
      const second = [...text.matchAll(choice)].flatMap(([, , otherwise]) => factsIn(otherwise ?? ''))
      expect([where, outside, second]).toEqual([where, [], []])
    }
  })

  test('has whole sentences of plain words: no markup, no stray spaces, no sign that cannot be seen', () => {
    for (const { where, text } of everyString()) {
      expect([where, text.match(/[<>*_`#\\]|https?:|&\w+;/)]).toEqual([where, null])
      expect([where, text.match(/ \n|\n |\n\n| {2}|^\s|\s$|\t/)]).toEqual([where, null])
      expect([where, text.match(/[\p{Cf}\p{Co}\p{Cn}\u{a0}\u{202f}]/u)]).toEqual([where, null])
      expect([where, text.match(/['"]/)]).toEqual([where, null])
    }
    for (const { value } of adviceLanguages)
      for (const [id, text] of Object.entries(all.get(value)?.texts ?? {}))
        for (const line of text.split('\n'))
          if (!line.startsWith('['))
            expect([value, id, line.at(-1)]).toEqual([value, id, line.match(/[.?}]$/)?.[0]])
  })

  test('never names an address to write to, a phone number or the CA’s hours', () => {
    for (const { where, text } of everyString())
      expect([where, text.match(/@|\+\d|\d{3}|\d:\d|sectigo\.com|noreply/i)]).toEqual([where, null])
  })

  test('is written in its own letters', () => {
    for (const { where, language, text } of everyString()) {
      const words = text.replace(/\{\w+\}/g, '')
      const cyrillic = /\p{Script=Cyrillic}/u.test(words)
      expect([where, cyrillic]).toEqual([where, language === 'ru'])
    }
  })

  test('says nothing in the words of another language', () => {
    const seen = new Map<string, string>()
    // One word can be the same in two languages; a whole line of a text is not.
    for (const { language, where, text } of everyString().filter(({ id }) => id.startsWith('texts ')))
      for (const line of text.split('\n').filter((one) => one.length > 30)) {
        const earlier = seen.get(line)
        expect([where, earlier ?? language]).toEqual([where, language])
        seen.set(line, language)
      }
    const own: Record<AdviceLanguage, RegExp> = {
      en: /\b(the|is|you|this|we|has)\b/i,
      de: /\b(die|der|das|Sie|wir|ist|wird)\b/,
      es: /\b(el|la|que|no|ha|por)\b/i,
      fr: /\b(le|la|vous|nous|est|pas)\b/i,
      nl: /\b(de|het|u|wij|dit|is)\b/i,
      pt: /(^|\s)(o|a|não|é|por|está)\s/im,
      ru: /(^|\s)(от|не|в|и|что|это)\s/im,
    }
    for (const [language, { texts }] of all)
      for (const [id, text] of Object.entries(texts))
        expect([language, id, own[language].test(text)]).toEqual([language, id, true])
  })

  test('says “as far as we can see” wherever English does, and nowhere else', () => {
    const hedge: Record<AdviceLanguage, RegExp> = {
      en: /as far as we can see/i,
      de: /soweit wir sehen/i,
      es: /por lo que podemos ver/i,
      fr: /d’après ce que nous voyons/i,
      nl: /voor zover wij kunnen zien/i,
      pt: /até onde podemos ver/i,
      ru: /насколько мы видим/i,
    }
    const english = new Map(stringsOf(all.get('en') as AdviceTexts))
    for (const { where, language, id, text } of everyString())
      expect([where, hedge[language].test(text)]).toEqual([where, hedge.en.test(english.get(id) ?? '')])
  })

  test('speaks to the customer formally', () => {
    const informal: Partial<Record<AdviceLanguage, RegExp>> = {
      de: /\b(du|dir|dich|dein\w*|euch|euer)\b/i,
      es: /(?<!\p{L})(tú|tu|tus|te|ti|vosotros|vuestr\p{L}+)(?!\p{L})/iu,
      fr: /(?<!\p{L})(tu|ton|ta|tes|toi)(?!\p{L})/iu,
      nl: /\b(jij|je|jou|jouw|jullie)\b/i,
      pt: /(?<!\p{L})(tu|teu|tua|te|ti|você|vocês)(?!\p{L})/iu,
      ru: /(?<!\p{L})(ты|тебя|тебе|твой|твоя|вы|вас|вам|ваш\p{L}*)(?!\p{L})/u,
    }
    for (const { where, language, text } of everyString())
      expect([where, informal[language]?.exec(text)?.[0]]).toEqual([where, undefined])
  })
})
