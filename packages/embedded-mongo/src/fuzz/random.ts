/** Random choices that a seed repeats. FUZZ_SEED takes a printed one again; FUZZ_FACTOR multiplies the rounds. */
import { test } from 'vitest'

export class Random {
  constructor(private state: number) {}

  /** Between 0 and 1 (mulberry32). */
  fraction(): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }

  below(limit: number): number {
    return Math.floor(this.fraction() * limit)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<V>(values: readonly V[]): V {
    const value = values[this.below(values.length)]
    if (value === undefined) throw new Error('nothing to pick from')
    return value
  }

  /** Calls one of several makers. */
  oneOf<V>(...makers: readonly (() => V)[]): V {
    return this.pick(makers)()
  }

  list<V>(length: number, make: (index: number) => V): V[] {
    return Array.from({ length }, (_, i) => make(i))
  }
}

export const rounds = (count: number): number => count * Number(process.env.FUZZ_FACTOR ?? 1)

/** Generous: other tests may run beside it. */
const TIMEOUT_MS = 120_000

/** A test that names its seed in its title. */
export function fuzz(title: string, run: (random: Random) => unknown): void {
  const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 1_000_000_000)
  test(`${title} (FUZZ_SEED=${seed})`, () => run(new Random(seed)), rounds(TIMEOUT_MS))
}
