import { expect, it } from 'vitest'
import { startChild } from './child.ts'
import { run } from './run.ts'

const node = (code: string) => ({
  name: 'a test program',
  command: process.execPath,
  args: ['-e', code],
  cwd: process.cwd(),
  env: process.env,
})

it('a program that ignores the request to stop is ended after the grace', async () => {
  const child = startChild(
    node(`process.on('SIGTERM', () => {}); console.log('up'); setInterval(() => {}, 1000)`),
  )
  while (!child.output().includes('up')) await new Promise((resolve) => setTimeout(resolve, 20))
  await child.stop(100)
  expect(child.exitCode()).not.toBe(null)
  expect(() => process.kill(child.pid, 0)).toThrow()
})

it('a program that takes too long is stopped together with what it started, and reported as timed out', async () => {
  const grandchild = `require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' })`
  const ran = await run({ ...node(`${grandchild}; setInterval(() => {}, 1000)`), withinMs: 400 })
  expect(ran.timedOut).toBe(true)
  expect(ran.code).not.toBe(0)
})

it('a program that is not there is a failure with a message, not an exception', async () => {
  const ran = await run({ ...node(''), command: '/no/such/program', withinMs: 2000 })
  expect(ran.code).toBe(127)
})

it('the output and the exit code of a program are handed back', async () => {
  const ran = await run({
    ...node(`console.log('to out'); console.error('to err'); process.exit(3)`),
    withinMs: 5000,
  })
  expect(ran).toMatchObject({ code: 3, timedOut: false })
  expect(ran.output).toContain('to out')
  expect(ran.output).toContain('to err')
})
