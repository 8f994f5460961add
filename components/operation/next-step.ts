import type { OperationAbout } from '#lib/ca/operation.ts'
import { examineNow, notLoaded } from './form-resolver.ts'
import type { Values } from './values.ts'

/** Checks the form once more and brings the step that shows the result. What only sending needs is not loaded before. */
export async function nextStep(about: OperationAbout, order: string, values: Values) {
  const examined = await examineNow(about, order, values)
  if (!examined.ok) return examined
  try {
    const { CheckStep } = await import('./check-step.tsx')
    return { ...examined, CheckStep }
  } catch {
    return { ok: false, errors: [{ field: 'form', message: notLoaded }] } as const
  }
}

/** Asks for both while the first field is being filled in. */
export function prefetchNextStep(): void {
  Promise.all([import('./examine.ts'), import('./check-step.tsx')]).catch(() => undefined)
}
