import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'
import { createRoom, createTurns } from './turns.ts'

describe('taking turns', () => {
  it('never does more at once than it may, does everything once, and in the order in which it came', async () => {
    const turns = createTurns(2)
    const done: number[] = []
    let now = 0
    let most = 0
    const work = (number: number) => async () => {
      most = Math.max(most, ++now)
      await sleep(number % 3)
      now -= 1
      done.push(number)
      if (number % 5 === 0) throw new Error('failed')
      return number
    }
    const all = await Promise.allSettled(Array.from({ length: 40 }, (_, index) => turns.run(work(index))))
    expect(most).toBe(2)
    expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index))
    expect(all.filter(({ status }) => status === 'rejected')).toHaveLength(8)
    for (const [index, number] of done.entries()) expect(Math.abs(number - index)).toBeLessThanOrEqual(2)
    expect(await turns.run(work(1))).toBe(1)
  })

  it('turns people away at once when the room is full, and lets them in when somebody has left', () => {
    const room = createRoom(2)
    const [one, two] = [room.enter(), room.enter()]
    expect(room.enter()).toBeNull()
    one?.()
    one?.()
    expect(room.enter()).not.toBeNull()
    expect(room.enter()).toBeNull()
    two?.()
    expect(room.enter()).not.toBeNull()
  })

  it('leaves threads to others while a flood of passwords is compared', async () => {
    const { lookup } = await import('node:dns/promises')
    const { readFile } = await import('node:fs/promises')
    const hash = await hashPassword('a password')
    const flood = Promise.all(Array.from({ length: 60 }, () => verifyPassword('another', hash)))
    let isOver = false
    void flood.then(() => (isOver = true))
    await sleep(1)
    for (let index = 0; index < 5; index++) {
      await lookup('localhost')
      await readFile(import.meta.filename)
    }
    expect(isOver, 'the others did not have to wait for the flood').toBe(false)
    expect((await flood).some(Boolean)).toBe(false)
  })
})
