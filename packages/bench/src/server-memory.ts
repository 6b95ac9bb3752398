import { readFileSync } from 'node:fs'

/** Resident memory of a process in MiB, from Linux's /proc; NaN elsewhere. */
export function residentMemory(pid: number): number {
  try {
    const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(Number(line?.[1]) / 1024)
  } catch {
    return Number.NaN
  }
}
