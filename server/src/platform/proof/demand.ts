type Asked = { count: number; at: number }

/** About 16,000 hashes: a tenth of a second to half a second on a phone. */
const fewestBits = 14
/** About a million: some seconds. */
const mostBits = 20
/** So many challenges from one network go at the lowest price; a hall full of people is not an attack. */
const generous = 200
const halfLifeMs = 10 * 60_000
const mostNetworks = 50_000

/** How much a network has asked for lately, and what the next challenge costs: twice as much for twice as many. */
export class Demand {
  #asked = new Map<string, Asked>()
  #now: () => number

  /** `now` in milliseconds. */
  constructor(now: () => number) {
    this.#now = now
  }

  bitsFor(network: string): number {
    const now = this.#now()
    const { count, at } = this.#asked.get(network) ?? { count: 0, at: now }
    const lately = count * 2 ** (-(now - at) / halfLifeMs) + 1
    if (this.#asked.size >= mostNetworks) this.#asked.clear()
    this.#asked.set(network, { count: lately, at: now })
    const more = lately <= generous ? 0 : Math.ceil(Math.log2(lately / generous))
    return Math.min(mostBits, fewestBits + more)
  }
}
