import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { DatabaseSync } from 'node:sqlite'
import { sql } from 'kysely'
import { beforeEach, expect, it } from 'vitest'
import { placeHold } from '#lib/store/accounts.ts'
import { openStore } from '#lib/store/open.ts'
import { describeOnBothStores } from '#lib/store/testing.ts'

const password = 'violet-harbour-mango'

describeOnBothStores('the command line', (_, settings) => {
  let dir: string
  beforeEach(() => {
    dir = settings().dataDir
  })

  async function admin(line: string | string[], input = '') {
    const { databaseUrl } = settings()
    const child = spawn(
      process.execPath,
      [
        '--conditions=react-server',
        'scripts/admin.ts',
        ...(typeof line === 'string' ? line.split(' ') : line),
      ],
      { env: { PATH: process.env.PATH, NODE_ENV: 'test', DATA_DIR: dir, DATABASE_URL: databaseUrl ?? '' } },
    )
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    const [out, err, code] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      new Promise<number | null>((resolve) => child.on('close', resolve)),
    ])
    return { out, err, code }
  }

  async function eventsOf(kind: string) {
    const store = await openStore(settings())
    const events = await store.db.selectFrom('event').selectAll().where('kind', '=', kind).execute()
    await store.close()
    return events
  }

  const addAnn = (input = `${password}\n`) =>
    admin('person add --email ann@example.org --name Ann --role agent', input)

  it('adds, lists, changes and disables people, with the password from standard input', async () => {
    expect(await addAnn()).toMatchObject({ code: 0, err: '' })
    expect((await admin('person list')).out).toMatch(/ann@example\.org +Ann +agent/)
    expect(await admin('person password --email ann@example.org', 'amber-lantern-otter')).toMatchObject({
      code: 0,
    })
    expect((await admin('person disable --email ann@example.org')).out).toContain('disabled')
    expect(await admin('person disable --email ann@example.org')).toMatchObject({ code: 1 })
  })

  it('cuts the line end from a password and nothing else, and takes it from a file', async () => {
    const file = join(dir, 'password')
    writeFileSync(file, ' with a space at both ends \r\n')
    const added = await admin([
      'account',
      'add',
      '--label',
      'Main',
      '--login-name',
      'partner',
      '--password-file',
      file,
    ])
    expect(added).toMatchObject({ code: 0 })
    expect(added.out).not.toContain('space')
    expect((await admin('account list')).out).toMatch(
      /Main +partner +https:\/\/secure\.trust-provider\.com\/products\//,
    )
    expect(await admin('account add --label Two --login-name x --password-file /nonexistent')).toMatchObject({
      code: 1,
    })
    expect(await admin('account password --label Main', 'one\ntwo\n')).toMatchObject({
      code: 1,
      err: expect.stringContaining('more than one line'),
    })
  })

  it('gives a person another role, and keeps in the history which one it was', async () => {
    await addAnn()
    expect(await admin('person role --email Ann@Example.org --role manager')).toMatchObject({
      code: 0,
      err: '',
    })
    expect((await admin('person list')).out).toMatch(/ann@example\.org +Ann +manager/)
    expect(await admin('person role --email ann@example.org --role manager')).toMatchObject({
      code: 1,
      err: expect.stringContaining('role: This person has that role already'),
    })
    const [event] = await eventsOf('person.role-set')
    expect(event).toMatchObject({ actor_kind: 'program' })
    expect(JSON.parse(event?.body ?? '')).toMatchObject({ before: 'agent', after: 'manager' })
  }, 60_000)

  it('corrects an account and keeps what it was, but neither its password nor its hold', async () => {
    await admin('account add --label Main --login-name partner', 'secret')
    await admin('account add --label Other --login-name other', 'secret')
    const store = await openStore(settings())
    const read = () =>
      store.db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    const { id } = await store.db
      .selectFrom('account')
      .select('id')
      .where('label', '=', 'Main')
      .executeTakeFirstOrThrow()
    await store.write((tx) => placeHold(tx, id, { at: 1, reason: 'refused', attempt: null }))
    const { password_sealed } = await read()
    const line =
      'account change --label Main --login-name better --base-url https://ca.example/p/ --new-label Europe'
    expect(await admin(line)).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringContaining('Europe is changed. It is on hold'),
    })
    expect(await read()).toMatchObject({
      label: 'Europe',
      login_name: 'better',
      base_url: 'https://ca.example/p/',
      password_sealed,
      held_at: 1,
    })
    await store.close()
    const [event] = await eventsOf('account.changed')
    expect(event).toMatchObject({ actor_kind: 'program', account_id: id })
    expect(JSON.parse(event?.body ?? '')).toEqual({
      before: {
        label: 'Main',
        loginName: 'partner',
        baseUrl: 'https://secure.trust-provider.com/products/',
      },
      after: { label: 'Europe', loginName: 'better', baseUrl: 'https://ca.example/p/' },
    })
    const refusals: [string, string][] = [
      ['--label Main --login-name x', 'account: There is no such account'],
      ['--label Europe', 'account: Nothing would change'],
      ['--label Europe --login-name better', 'account: Nothing would change'],
      ['--label Europe --new-label Other', 'label: There is an account with this label'],
      [`--label Europe --new-label ${id}`, 'label: Choose a label that does not look like an id'],
      ['--label Europe --base-url http://ca.example/', 'baseUrl: The address has to start with https://'],
    ]
    for (const [options, said] of refusals) {
      expect({ options, ...(await admin(`account change ${options}`)) }).toMatchObject({
        options,
        code: 1,
        err: expect.stringContaining(said),
      })
    }
    expect(await eventsOf('account.changed')).toHaveLength(1)
  }, 60_000)

  it('says in one line what is wrong, with status 1', async () => {
    const wrong: [string, string, string][] = [
      ['person add --email ann@example.org --name Ann --role boss', password, 'Choose one of viewer'],
      ['person add --email ann@example.org --name Ann --role agent', 'short', '15 characters'],
      ['person add --email ann@example.org --name Ann --role agent', '', 'empty'],
      ['person add --email ann@example.org', '', 'needs --name'],
      ['person add --password secret', '', "Unknown option '--password'"],
      ['person dance', '', 'There is no command'],
      ['person role --email nobody@example.org --role agent', '', 'email: There is no such person'],
      ['person link-sign-on --email ann@example.org --subject u', '', 'issuer: OIDC_ISSUER is not set'],
      ['person role --email nobody@example.org --role boss', '', 'Choose one of viewer'],
      ['account change --login-name x', '', 'needs --label'],
      ['token revoke --name none', '', 'no such token'],
      ['history head', '', 'no history'],
      ['backup', '', 'needs one FILE'],
    ]
    for (const [line, input, said] of wrong) {
      const { code, err, out } = await admin(line, input)
      expect({ line, code, out }).toEqual({ line, code: 1, out: '' })
      expect(err).toContain(said)
      expect(err).not.toMatch(/\n {4}at /)
    }
  }, 60_000)

  it('explains itself', async () => {
    for (const line of ['--help', 'person add --help']) expect(await admin(line)).toMatchObject({ code: 0 })
    expect((await admin('--help')).out).toContain('account lift-hold')
  })

  it('prints a token once, alone on standard output', async () => {
    const { out } = await admin('token add --name robot --role agent')
    expect(out).toMatch(/^unstuck_[\w-]{43}\n$/)
    const list = await admin('token list')
    expect(list.out).toMatch(/robot +agent/)
    expect(list.out).not.toContain(out.trim())
    expect(await admin('token revoke --name robot')).toMatchObject({ code: 0 })
  })

  it('prints a push address once, alone on standard output, replaces it and takes it away', async () => {
    await admin('account add --label Main --login-name partner', 'secret')
    const [first, second] = [
      await admin('account push-address --label Main'),
      await admin('account push-address --label Main'),
    ]
    expect(first.out).toMatch(/^http:\/\/localhost:3000\/push\/[\w-]{43}\n$/)
    expect(second.out).not.toBe(first.out)
    expect((await eventsOf('account.push-address-set')).map(({ body }) => body)).toEqual([
      '{"replaced":false}',
      '{"replaced":true}',
    ])
    expect(await admin('account push-address-end --label Main')).toMatchObject({ code: 0, err: '' })
    for (const line of ['account push-address-end --label Main', 'account push-address --label None'])
      expect(await admin(line)).toMatchObject({ code: 1, out: '', err: expect.stringContaining('account: ') })
  }, 60_000)

  it('lifts a hold with a note, and names templates', async () => {
    await admin('account add --label Main --login-name partner', 'secret')
    expect(await admin('template add --account Main --id 7 --name Polite')).toMatchObject({ code: 0 })
    expect(await admin('account lift-hold --label Main --note checked')).toMatchObject({ code: 1 })
    const store = await openStore(settings())
    const { id } = await store.db.selectFrom('account').select('id').executeTakeFirstOrThrow()
    await store.write((tx) => placeHold(tx, id, { at: 1, reason: 'refused', attempt: null }))
    expect(await admin('account lift-hold --label Main --note checked')).toMatchObject({ code: 0, err: '' })
    expect(await store.db.selectFrom('account').select('held_at').executeTakeFirst()).toEqual({
      held_at: null,
    })
    await store.close()
  })

  it('proves the history, exports its head, and shows what was cut off since', async () => {
    await addAnn()
    const head = join(dir, 'head.json')
    writeFileSync(head, (await admin('history head')).out)
    expect(await admin(['history', 'verify', '--head', head])).toMatchObject({
      code: 0,
      out: expect.stringContaining('whole: 1 events'),
    })
    const store = await openStore(settings())
    if (store.dialect === 'postgres') await sql`alter table event disable trigger user`.execute(store.db)
    else await sql`drop trigger event_kept`.execute(store.db)
    await sql`delete from event`.execute(store.db)
    await store.close()
    expect(await admin(['history', 'verify', '--head', head])).toMatchObject({
      code: 1,
      err: expect.stringContaining('removed at the end'),
    })
    expect(await admin(['history', 'verify', '--head', join(dir, 'vault-key')])).toMatchObject({ code: 1 })
  }, 60_000)

  it('copies the database while others write, for its owner alone, and overwrites nothing', async () => {
    await addAnn()
    const file = join(dir, 'copy')
    const store = await openStore(settings())
    const copying = admin(['backup', file])
    for (let round = 0; round < 50; round++) {
      await store.write((tx) =>
        tx
          .updateTable('person')
          .set({ name: `Ann ${round}` })
          .execute(),
      )
    }
    expect(await copying).toMatchObject({ code: 0, err: '' })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await admin(['backup', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining('there already'),
    })
    expect(await admin(['backup', join(dir, 'no', 'folder')])).toMatchObject({ code: 1 })
    if (store.dialect === 'sqlite') {
      const copy = new DatabaseSync(file)
      expect(copy.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' })
      expect(copy.prepare('select email from person').get()).toEqual({ email: 'ann@example.org' })
      copy.close()
    } else expect(readFileSync(file).subarray(0, 5).toString()).toBe('PGDMP')
    await store.close()
    rmSync(file)
    expect(existsSync(file)).toBe(false)
  })

  it('shows and sets the calling hours, with what they were before in the history', async () => {
    expect((await admin('calling-hours show')).out).toBe('Calls may be booked every day, at any hour.\n')
    const set = (days: string) =>
      admin(`calling-hours set --days ${days} --from 08:30 --until 17:00 --zone Europe/Amsterdam`)
    expect(await set('mon-fri')).toMatchObject({
      code: 0,
      out: 'Calls may be booked Monday to Friday, 08:30 to 17:00 in Amsterdam.\n',
    })
    expect((await set('Sun-Tue,thu')).out).toContain('Monday, Tuesday, Thursday and Sunday')
    expect((await admin('calling-hours show')).out).toContain('08:30 to 17:00 in Amsterdam')
    for (const days of ['always', 'mon-tue-wed', '1-5'])
      expect(await set(days)).toMatchObject({ code: 1, err: expect.stringContaining('days: Write mon') })
    expect(await admin('calling-hours set --days every --from 22:00 --until 06:00 --zone UTC')).toMatchObject(
      { code: 1, err: expect.stringContaining('until: Choose a time later') },
    )
    const events = await eventsOf('setting.changed')
    expect(events.map(({ body }) => JSON.parse(body).before?.days ?? null)).toEqual([null, [1, 2, 3, 4, 5]])
    expect(events[0]).toMatchObject({ actor_kind: 'program' })
  }, 60_000)

  it('migrates', async () => {
    expect(await admin('migrate')).toMatchObject({ code: 0, out: 'The tables are up to date.\n' })
  })
})
