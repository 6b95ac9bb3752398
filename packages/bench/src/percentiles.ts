import type { Figure } from './workload.js'

function quantile(sorted: number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** p50, p95, p99 and maximum of durations in milliseconds. */
export function percentiles(name: string, milliseconds: number[]): Figure[] {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (label: string, value: number): Figure => ({
    name: `${name} ${label}`,
    value: Math.round(value * 10) / 10,
    unit: 'ms',
  })
  return [
    at('p50', quantile(sorted, 0.5)),
    at('p95', quantile(sorted, 0.95)),
    at('p99', quantile(sorted, 0.99)),
    at('max', sorted.at(-1) ?? Number.NaN),
  ]
}
