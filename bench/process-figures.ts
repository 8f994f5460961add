import { readFileSync } from 'node:fs'

/** Linux counts processor time in hundredths of a second, on every architecture Node runs on. */
const msPerTick = 10

/** Processor time a process has used so far in milliseconds, all its threads and its share in the kernel included. */
export function cpuMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The second field is the program's name in brackets and may itself hold blanks and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * msPerTick
}

/** Resident memory of a process in megabytes (10⁶ bytes). */
export function residentMb(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return (Number(kib) * 1024) / 1e6
}

/** How busy the machine has been over the last minute. */
export function load(): number {
  return Number(readFileSync('/proc/loadavg', 'utf8').split(' ')[0])
}
