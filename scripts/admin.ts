import { parseArgs } from 'node:util'
import { commands, type Command } from './admin/commands.ts'
import { Refused } from './admin/refused.ts'

/** The operator's command line. `npm run admin -- --help` lists what it can do. */
async function main(words: readonly string[]): Promise<void> {
  const { name, command } = find(words)
  if (command === null || words.includes('--help') || words.includes('-h')) {
    const isAsked = words.length === 0 || words.includes('--help') || words.includes('-h')
    if (!isAsked) throw new Refused(`There is no command "${words.slice(0, 2).join(' ')}". See --help.`)
    console.log(help(name))
    return
  }
  const { values, positionals } = parseArgs({
    args: words.slice(name.split(' ').length),
    options: Object.fromEntries([
      ...optionsOf(command).map((option) => [option, { type: 'string' as const }]),
      ...(command.flags ?? []).map((flag) => [flag, { type: 'boolean' as const }]),
    ]) as Record<string, { type: 'string' | 'boolean' }>,
    allowPositionals: command.positional !== undefined,
  })
  for (const option of command.needs) {
    if (!values[option]) throw new Refused(`${name} needs --${option}. See --help.`)
  }
  if (command.positional !== undefined && positionals.length !== 1) {
    throw new Refused(`${name} needs one ${command.positional}. See --help.`)
  }
  const given = Object.entries(values).map(([name, value]) => [name, String(value)])
  await command.run({ ...Object.fromEntries(given), file: positionals[0] })
}

function find(words: readonly string[]): { name: string; command: Command | null } {
  for (const name of [words.slice(0, 2).join(' '), words[0] ?? '']) {
    const command = commands[name]
    if (command !== undefined) return { name, command }
  }
  return { name: '', command: null }
}

function optionsOf(command: Command): string[] {
  return [...command.needs, ...(command.takes ?? []), ...(command.isSecret ? ['password-file'] : [])]
}

function help(name: string): string {
  const lines = Object.entries(commands)
    .filter(([other]) => name === '' || other === name)
    .map(([other, command]) => `  ${usage(other, command)}\n      ${command.about}`)
  return [
    'npm run admin -- <command>',
    '',
    ...lines,
    '',
    'A password is asked for, or read from standard input or from --password-file; it is never an argument.',
    'The database and the keys are those of the environment, as for the server.',
  ].join('\n')
}

function usage(name: string, command: Command): string {
  const needed = command.needs.map((option) => ` --${option} …`)
  const optional = optionsOf(command)
    .slice(command.needs.length)
    .map((option) => ` [--${option} …]`)
    .concat((command.flags ?? []).map((flag) => ` [--${flag}]`))
  return `${name}${needed.join('')}${optional.join('')}${command.positional === undefined ? '' : ` ${command.positional}`}`
}

try {
  await main(process.argv.slice(2))
  // Whatever still keeps the process alive, such as a connection pool, has nothing left to do.
  await globalThis.unstuckStore?.then((store) => store.close())
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
