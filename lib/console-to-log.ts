import 'server-only'
import { format, stripVTControlCharacters } from 'node:util'
import { log } from './log.ts'

/**
 * What the framework and libraries print becomes lines of the log: a page that fails is otherwise several lines of bare text, with whatever the
 * request put into the message.
 */
export function consoleToLog(): void {
  const say =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (...said: unknown[]) => {
      const err = said.find((one) => one instanceof Error)
      const words = stripVTControlCharacters(format(...said.filter((one) => one !== err))).trim()
      log[level](err === undefined ? {} : { err }, words === '' ? 'printed by the framework' : words)
    }
  Object.assign(console, {
    error: say('error'),
    warn: say('warn'),
    log: say('info'),
    info: say('info'),
    debug: say('debug'),
  })
}
