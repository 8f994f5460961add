import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { commands } from '../scripts/admin/commands.ts'
import { root } from './source-files.ts'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const guide = read('docs/operating.md')

describe('docs/operating.md', () => {
  it('names every command of the operator with every option it takes', () => {
    const missing = Object.entries(commands).flatMap(([name, command]) => {
      const lines = guide
        .split('\n')
        .filter((line) => new RegExp(`\`(npm run admin -- )?${name}\\b|-- ${name}\\b`).test(line))
      if (lines.length === 0) return [name]
      const options = [
        ...command.needs,
        ...(command.takes ?? []),
        ...(command.flags ?? []),
        ...(command.isSecret ? ['password-file'] : []),
      ]
      const said = lines.join('\n')
      return options.filter((option) => !said.includes(`--${option}`)).map((option) => `${name} --${option}`)
    })
    expect(missing).toEqual([])
  })

  it('names every variable that .env.example has', () => {
    const names = [...read('.env.example').matchAll(/^# ([A-Z][A-Z_]+)=/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(25)
    expect(names.filter((name) => !guide.includes(`\`${name}\``))).toEqual([])
  })
})
