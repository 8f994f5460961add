import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the programs listened: the kept accounts point at the simulator's port, and browsers know the server's. */
export interface Ports {
  readonly server: number
  readonly simulator: number
}

const note = 'demo-ports.json'

/** The ports of a demo whose data is complete, or null. */
export function keptPorts(dataDir: string): Ports | null {
  try {
    const { server, simulator } = JSON.parse(readFileSync(join(dataDir, note), 'utf8')) as Ports
    return { server, simulator }
  } catch {
    return null
  }
}

/** Marks the demo's data as complete, so that `--keep` may go on with it. */
export function noteKept(dataDir: string, ports: Ports): void {
  writeFileSync(join(dataDir, note), JSON.stringify(ports))
}

export function clearData(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
}
