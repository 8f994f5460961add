import { ownServer, type OwnServer } from './fixtures/own-server.ts'
import { expect, test } from './fixtures/test.ts'
import { settingsActions } from './settings-actions.ts'
import { call, open } from './settings-steps.ts'

test.describe.configure({ mode: 'default' })

let own: OwnServer
test.beforeAll(async () => {
  own = await ownServer()
})
test.afterAll(() => own.stop())

const pages = ['', '/people', '/people/x', '/accounts', '/accounts/x', '/rules', '/tokens']
const roles = ['viewer', 'agent', 'manager'] as const

test('a forged action changes no setting: as nobody, as every role that may not, from elsewhere', async ({
  stateOf,
}) => {
  for (const [action, about] of Object.entries(settingsActions)) {
    expect(await call(own, action, about, null), action).toContain('You are signed out')
    for (const role of roles) {
      const said = await call(own, action, about, await stateOf(role, own.url))
      expect(said, `${action} as ${role}`).toContain('Only an administrator may change the settings')
    }
    const administrator = await stateOf('administrator', own.url)
    for (const origin of ['null', 'https://evil.example', null]) {
      const said = await call(own, action, about, administrator, origin)
      expect(said, `${action} from ${origin}`).not.toContain('"ok":true')
    }
  }
  const administrator = await stateOf('administrator', own.url)
  const { path } = settingsActions['setRoleAction'] ?? { path: '' }
  const forged = { path, form: { person: "x' or 1=1", role: 'owner' } }
  const said = await call(own, 'setRoleAction', forged, administrator)
  expect(said).toContain('There is no such entry.')
  expect(said).toContain('Choose a role.')
  const told = () =>
    own
      .log()
      .split('\n')
      .filter((line) => line.includes('input that no form sends'))
  await expect.poll(told, 'it is told, with nothing of what was sent').toHaveLength(1)
  expect(told().join()).toContain('"fields":"person role"')
  expect(told().join()).not.toMatch(/owner|1=1/)
})

test('whoever is no administrator reads who may, on every page, and finds no way there', async ({
  signedInAs,
}) => {
  test.setTimeout(120_000)
  for (const role of roles) {
    const page = await signedInAs(role, { at: own })
    for (const path of pages) {
      await open(page, `/settings${path}`)
      await expect(page.getByText('Only administrators may see and change the settings.')).toBeVisible()
      await expect(page.getByRole('listitem').filter({ hasText: 'Ada Moreau' })).toBeVisible()
      await expect(page.getByText('Demo EU')).toHaveCount(0)
    }
    await expect(
      page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Settings' }),
    ).toHaveCount(0)
    await expect(page.getByRole('navigation', { name: 'Settings' })).toHaveCount(0)
  }
})
