/** Runs once before the first request: a bad environment or an unreachable store ends the process with a readable message. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NODE_ENV === 'production') {
    const { consoleToLog } = await import('#lib/console-to-log.ts')
    consoleToLog()
  }
  const { start } = await import('#lib/desk/start.ts')
  // In production the start script has told Next to leave signals to us (scripts/assemble-standalone.ts).
  await start({ isStoppedHere: process.env.NODE_ENV === 'production' })
}
