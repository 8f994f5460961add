import 'server-only'
import { log } from '#lib/log.ts'
import { maskBefore } from '#lib/store/mask.ts'
import { readSetting, saveSetting } from '#lib/store/settings.ts'
import type { Desk } from './desk.ts'

const day = 86_400_000
/** Less than a day, so that a run that begins a little later each day does not skip one. */
const between = 20 * 3_600_000
const setting = 'retention.begun'
const program = { kind: 'program', id: 'retention', name: 'Unstuck' } as const

/**
 * Masks personal data that is older than so many days, once a day, by one of the servers: whoever notes the day first does it. Answers
 * whether it was this one.
 */
export async function keepRetention(desk: Desk, days: number): Promise<boolean> {
  const now = desk.now()
  const isMine = await desk.store.write(async (tx) => {
    const begun = await readSetting(tx, setting)
    if (typeof begun === 'number' && begun > now - between) return false
    await saveSetting(tx, { name: setting, value: now, at: now })
    return true
  })
  if (!isMine) return false
  const masked = await maskBefore(desk.store, now - days * day, program, now)
  log.info({ ...masked, days }, 'personal data past its time was masked')
  return true
}
