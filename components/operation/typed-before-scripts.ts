import type { Values } from './values.ts'

/** What stands in the server's form when the scripts take over, so that nothing typed while they loaded is overwritten. */
export function typedBeforeScripts(formId: string): Values {
  if (typeof document === 'undefined') return {}
  const form = document.getElementById(formId)
  if (!(form instanceof HTMLFormElement)) return {}
  return textsOf(new FormData(form))
}

/** The text entries of a form, without those that the framework adds. */
function textsOf(form: FormData): Values {
  const texts: Values = {}
  for (const [name, value] of form)
    if (typeof value === 'string' && !name.startsWith('$')) texts[name] = value
  return texts
}
