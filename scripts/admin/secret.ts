import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { Refused } from './refused.ts'

/**
 * A secret from a file, from standard input, or typed without echo at a terminal. Its line end is cut and nothing else, since a space may
 * belong to it. Never from an argument: every user of the machine sees those.
 */
export async function readSecretInput(prompt: string, file: string | undefined): Promise<string> {
  const secret = withoutLineEnd(await read(prompt, file))
  if (secret === '')
    throw new Refused('The password is empty. Give it on standard input, or with --password-file.')
  if (/[\r\n]/.test(secret)) throw new Refused('The password has more than one line.')
  return secret
}

async function read(prompt: string, file: string | undefined): Promise<string> {
  if (file !== undefined) {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      throw new Refused(`${file} cannot be read.`)
    }
  }
  return process.stdin.isTTY ? typed(prompt) : text(process.stdin)
}

const withoutLineEnd = (input: string) => input.replace(/\r?\n$/, '')

function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(`${prompt}: `)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  let secret = ''
  return new Promise((resolve, reject) => {
    const done = (finish: () => void) => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', take)
      stderr.write('\n')
      finish()
    }
    const take = (keys: string) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n' || key === '\x04') return done(() => resolve(secret))
        if (key === '\x03') return done(() => reject(new Refused('Stopped.')))
        secret = key === '\x7f' || key === '\b' ? [...secret].slice(0, -1).join('') : secret + key
      }
      return undefined
    }
    stdin.on('data', take)
  })
}
