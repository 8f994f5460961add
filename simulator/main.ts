// The program: `node simulator/main.ts [--port 4010] [--host 127.0.0.1] [--seed simulator/seed.json]`. Each option can also come from
// the environment: SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_SEED.
import { parseArgs } from 'node:util'
import { isLoopback, startSimulator } from './server.ts'

const fail = (sentence: string): never => {
  console.error(sentence)
  process.exit(2)
}

const readOptions = () => {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        seed: { type: 'string' },
        help: { type: 'boolean' },
      },
    })
    return values
  } catch (error) {
    return fail((error as Error).message)
  }
}

const options = readOptions()
if (options.help) {
  console.log(
    'node simulator/main.ts [--port 4010] [--host 127.0.0.1] [--seed FILE]   (--port 0 picks a free one)',
  )
  process.exit(0)
}
const portText = options.port ?? process.env['SIMULATOR_PORT'] ?? '4010'
const host = options.host ?? process.env['SIMULATOR_HOST'] ?? '127.0.0.1'
const seed = options.seed ?? process.env['SIMULATOR_SEED']
const port = Number(portText)
if (!/^\d{1,5}$/.test(portText) || port > 65_535) fail(`"${portText}" is not a port.`)
if (!isLoopback(host)) fail(`The simulator listens on loopback only, not on ${host}.`)

const simulator = await startSimulator({ port, host, ...(seed === undefined ? {} : { seed }) }).catch(
  (error: NodeJS.ErrnoException) =>
    fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another with --port.` : error.message),
)
console.log(`Simulated CA: ${simulator.url}`)
console.log(`Base URL for Unstuck: ${simulator.baseUrl}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void simulator.close().then(() => process.exit(0))
  })
}
