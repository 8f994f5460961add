import { describe, expect, it } from 'vitest'
import { createLog } from './log.ts'

function capture(write: (log: ReturnType<typeof createLog>) => void): string[] {
  const lines: string[] = []
  write(createLog({ level: 'trace', to: { write: (line) => void lines.push(line) } }))
  return lines
}

describe('the log', () => {
  it('writes one JSON object a line, with level and time', () => {
    const [line = ''] = capture((log) => log.info({ order: '123' }, 'hello'))
    expect(JSON.parse(line)).toMatchObject({
      level: 'info',
      msg: 'hello',
      order: '123',
      time: expect.stringMatching(/Z$/),
    })
  })

  it('hides secrets and personal data by name, however deep', () => {
    const canary = 'canary-7f3a'
    const lines = capture((log) => {
      log.info(
        {
          loginPassword: canary,
          a: { b: [{ authorization: canary, 'set-cookie': canary }] },
          personal: { canary },
        },
        'x',
      )
      log
        .child({ account: 1 })
        .warn({ token: canary, VAULT_KEY: canary, sessionId: canary, raw: canary }, 'y')
    })
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain(canary)
  })

  it('hides the key in a push address wherever a line has it', () => {
    const key = 'Kd3_-'.repeat(9).slice(0, 43)
    const lines = capture((log) => {
      log.warn({ url: `https://desk.example/push/${key}?a=1` }, `GET /push/${key}`)
      log.error({ err: new Error(`no answer from /push/${key}`), next: `%2Fpush%2F${key}` }, 'x')
    })
    expect(lines).toHaveLength(2)
    expect(lines.join('')).not.toContain(key)
    expect(lines.join('')).toContain('/push/[hidden]?a=1')
  })

  it('tells an error’s type, message, code and cause, and none of what hangs on it', () => {
    const error = Object.assign(new Error('duplicate key', { cause: new TypeError('below') }), {
      code: '23505',
      detail: 'Key (email)=(ann@example.org) already exists',
    })
    const [line = ''] = capture((log) => log.error({ err: error }, 'failed'))
    expect(JSON.parse(line)).toMatchObject({
      err: { message: 'duplicate key', code: '23505', cause: { message: 'below' } },
    })
    expect(line).not.toContain('ann@example.org')
  })

  it('cannot be made to write a line that a person chose', () => {
    const lines = capture((log) => log.info({ order: '1\n{"level":"error","msg":"forged"}' }, 'a\r\nb\u2028'))
    expect(lines).toHaveLength(1)
    expect(lines[0]?.trimEnd().split(/\r|\n/)).toHaveLength(1)
  })

  it('shows whoever reads it no control sequence, no line of another kind and no text turned around', () => {
    const tricks = [
      '\u001b[2J',
      '\u009b31m',
      '\u007f',
      '\u0085',
      '\u2028',
      '\u2029',
      '\u202e',
      '\u2066',
      '\u0000',
    ]
    const [line = ''] = capture((log) =>
      log.info({ [`name ${tricks.join('')}`]: tricks, err: new Error(tricks.join('')) }, tricks.join('')),
    )
    expect(line.trimEnd()).not.toMatch(/[\p{Cc}\u2028\u2029\u202e\u2066]/u)
    expect(JSON.parse(line)).toMatchObject({ msg: tricks.join('') })
  })

  it('survives what cannot be written as JSON', () => {
    const circle: Record<string, unknown> = { big: 1n }
    circle.self = circle
    expect(capture((log) => log.info(circle, 'round'))).toHaveLength(1)
  })
})
