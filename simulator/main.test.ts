import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const run = (...args: string[]): { child: ChildProcess; output: () => string } => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (text += chunk.toString()))
  return { child, output: () => text }
}

test.each(['SIGTERM', 'SIGINT'] as const)(
  'the program prints its address, answers, and stops on %s',
  async (signal) => {
    const { child, output } = run('--port', '0')
    await expect.poll(output, { timeout: 10_000 }).toMatch(/Base URL for Unstuck: (http:\S+\/products\/)/)
    const url = /Simulated CA: (\S+)/.exec(output())?.[1] ?? ''
    const reply = await fetch(`${url}/products/!ResendDCVEmail`, {
      method: 'POST',
      body: new URLSearchParams(),
    })
    expect(await reply.text()).toMatch(/^errorCode=-3/)
    child.kill(signal)
    expect((await once(child, 'exit'))[0]).toBe(0)
  },
)

test.each([
  [['--host', '0.0.0.0'], 'loopback only'],
  [['--port', 'abc'], 'is not a port'],
  [['--seed', '/nowhere.json', '--port', '0'], 'cannot be read'],
  [['--nonsense'], 'nonsense'],
])('%j ends the program with a sentence', async (args, sentence) => {
  const { child, output } = run(...args)
  expect((await once(child, 'close'))[0]).toBe(2)
  expect(output()).toContain(sentence)
  expect(output().trim().split('\n')).toHaveLength(1)
})
