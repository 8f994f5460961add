import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { appendEvent } from '#lib/store/events.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'
import { adminProgram } from './testing.ts'

const day = 86_400_000

describeOnBothStores('the operator and the history', (open, settings) => {
  const admin = (line: string, variables: Record<string, string> = {}) =>
    adminProgram(settings(), line, variables)

  it('a head is signed by a key made for it, and a changed one or another’s is refused', async () => {
    const store = await open()
    const append = () =>
      store.write((tx) =>
        appendEvent(tx, {
          at: 1,
          kind: 'test.happened',
          actor: { kind: 'program', id: 'test', name: 'A test' },
          body: {},
        }),
      )
    await append()
    const { dataDir } = settings()
    const [key, other, file] = ['key', 'other', 'head.json'].map((name) => join(dataDir, name)) as [
      string,
      string,
      string,
    ]
    expect((await admin('history head --sign')).err).toContain('Set HISTORY_SIGNING_KEY_FILE')
    for (const path of [key, other]) expect(await admin(`history keygen ${path}`)).toMatchObject({ code: 0 })
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect(await admin(`history keygen ${key}`)).toMatchObject({ code: 1 })

    const head = await admin('history head --sign', { HISTORY_SIGNING_KEY_FILE: key })
    expect(head).toMatchObject({ code: 0, err: '' })
    expect(head.out).not.toContain(readFileSync(key, 'utf8').split('\n')[1])
    // As `npm run admin -- history head --sign > head.json` leaves it.
    writeFileSync(file, `\n> unstuck@0.1.0 admin\n> node scripts/admin.ts history head --sign\n\n${head.out}`)
    await append()
    expect(await admin(`history verify --head ${file} --public-key ${key}.pub`)).toMatchObject({
      code: 0,
      out: expect.stringContaining('was signed by the owner of that key'),
    })
    const stranger = await admin(`history verify --head ${file} --public-key ${other}.pub`)
    expect(stranger).toMatchObject({ code: 1, err: expect.stringContaining('signed by somebody else') })
    writeFileSync(file, head.out.replace('"seq":1', '"seq":2'))
    expect(await admin(`history verify --head ${file} --public-key ${key}.pub`)).toMatchObject({ code: 1 })
    writeFileSync(file, (await admin('history head')).out)
    expect((await admin(`history verify --head ${file} --public-key ${key}.pub`)).err).toContain('not signed')
    expect((await admin(`history verify --head ${file}.not`)).err).toContain('cannot be read')
  }, 120_000)

  it('personal data is masked before a date or by age, never of today, and the chain still proves', async () => {
    const store = await open()
    const now = Date.now()
    for (const age of [40, 20, 0])
      await store.write((tx) =>
        appendEvent(tx, {
          at: now - age * day,
          kind: 'test.happened',
          actor: { kind: 'program', id: 'test', name: 'A test' },
          body: {},
          personal: { phone: `+${age}` },
        }),
      )
    const left = async () =>
      (await store.db.selectFrom('event').select('personal').where('personal', 'is not', null).execute())
        .length
    expect((await admin('history mask --older-than 30')).out).toContain('1 events, 0 attempts')
    expect(await left()).toBe(2)
    const date = new Date(now - 10 * day).toISOString().slice(0, 10)
    expect((await admin(`history mask --before ${date}`)).out).toContain('1 events')
    expect(await left()).toBe(1)
    const tomorrow = new Date(now + day).toISOString().slice(0, 10)
    for (const wrong of [
      '',
      ` --before ${tomorrow}`,
      ' --before soon',
      ' --older-than 0',
      ` --before ${date} --older-than 3`,
    ])
      expect(await admin(`history mask${wrong}`)).toMatchObject({ code: 1, out: '' })
    expect(await left()).toBe(1)
    expect((await admin('history verify')).out).toContain('whole: 5 events')
  }, 120_000)
})
