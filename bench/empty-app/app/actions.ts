'use server'

/** Takes what the real action takes, and does nothing. */
export async function nothingAction(call: object): Promise<{ fields: number }> {
  return { fields: Object.keys(call).length }
}
