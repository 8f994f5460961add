import { join } from 'node:path'
import { startChild, type Child } from './child.ts'
import { freePort } from './free-port.ts'
import { root } from './paths.ts'
import { waitUntilReady } from './wait-until-ready.ts'

type Variables = Readonly<Record<string, string | undefined>>

export interface Running {
  readonly url: string
  readonly port: number
  readonly child: Child
}

/** Starts the stand-in CA on the wanted port, or another when that is taken, and waits until it answers. */
export async function startSimulator(env: Variables, wantedPort = 0): Promise<Running> {
  const port = await freePort(wantedPort)
  const url = `http://127.0.0.1:${port}`
  const child = startChild({
    name: 'the simulator',
    command: process.execPath,
    args: [join(root, 'simulator/main.ts'), '--port', String(port)],
    cwd: root,
    env,
  })
  await waitUntilReady('The simulator', `${url}/control/orders`, child)
  return { url, port, child }
}

export interface ServerOptions {
  /** A standalone folder: the build, or a copy of it. */
  readonly folder: string
  readonly port: number
  /** The environment, with DATA_DIR and whatever else this server needs. */
  readonly env: Variables
  readonly onOutput?: (text: string) => void
}

/** Starts the built program and waits until it is ready to record operations. */
export async function startServer({ folder, port, env, onOutput }: ServerOptions): Promise<Running> {
  const url = `http://localhost:${port}`
  const child = startChild({
    name: 'the server',
    command: process.execPath,
    args: [join(folder, 'server.js')],
    cwd: folder,
    env: {
      // No proxy in front has to notice that it stops.
      SHUTDOWN_DRAIN_SECONDS: '0',
      ...env,
      PORT: String(port),
      HOSTNAME: '127.0.0.1',
      PUBLIC_URL: url,
      NODE_ENV: 'production',
    },
    ...(onOutput === undefined ? {} : { onOutput }),
  })
  await waitUntilReady('The server', `${url}/api/health/ready`, child)
  return { url, port, child }
}
