// HTML from a template: every value is escaped unless it is HTML that was made here.

export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Value = string | number | Html | Html[] | false | undefined

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escape = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')

const render = (value: Value): string => {
  if (value === false || value === undefined) return ''
  if (value instanceof Html) return value.text
  return Array.isArray(value) ? value.map((item) => item.text).join('') : escape(String(value))
}

export const html = (strings: TemplateStringsArray, ...values: Value[]): Html =>
  new Html(strings.map((part, index) => part + render(values[index])).join(''))
