/** Lets `perSecond` units pass on average, and up to `burst` at once. Amounts above the burst go through as a debt. */
export class TokenBucket {
  #tokens: number
  #at: number
  readonly #perSecond: number
  readonly #burst: number

  constructor(rate: { perSecond: number; burst: number }, now: number) {
    this.#perSecond = rate.perSecond
    this.#burst = rate.burst
    this.#tokens = rate.burst
    this.#at = now
  }

  /** Takes the amount; returns the milliseconds until the bucket is out of debt, 0 if it is not in debt. */
  take(amount: number, now: number): number {
    this.#tokens = Math.min(this.#burst, this.#tokens + ((now - this.#at) / 1_000) * this.#perSecond)
    this.#at = now
    this.#tokens -= amount
    return this.#tokens >= 0 ? 0 : (-this.#tokens / this.#perSecond) * 1_000
  }
}
