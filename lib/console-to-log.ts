import 'server-only'
import { format, stripVTControlCharacters } from 'node:util'
import { hasRoomInLog } from './bounded-log.ts'
import { log } from './log.ts'

/**
 * What the framework and libraries print becomes lines of the log: a page that fails is otherwise several lines of bare text, with whatever the
 * request put into the message. Some of it anybody may cause, such as an action from another site, which the framework refuses before the program does.
 */
export function consoleToLog(): void {
  const say =
    (level: 'error' | 'warn' | 'info' | 'debug') =>
    (...said: unknown[]) => {
      if (!hasRoomInLog('printed by the framework')) return
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
