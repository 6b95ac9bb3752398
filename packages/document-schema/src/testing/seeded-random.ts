/** Random numbers that a failing test can repeat: mulberry32 (public domain, Tommy Ettinger). */
export class SeededRandom {
  private state: number

  constructor(readonly seed: number) {
    this.state = seed
  }

  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }

  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.below(choices.length)] ?? choices[0]
  }

  list<T>(length: number, make: () => T): T[] {
    return Array.from({ length }, make)
  }
}

/** `RANDOM_SEED=…` repeats a run; otherwise each run draws a new one. Put it into the test's title. */
export const runSeed = Number(process.env.RANDOM_SEED ?? Math.floor(Math.random() * 1_000_000))
