import type { Hash } from '@randnotiz/contract/publishing/version'
import type { ComparedRow } from '@randnotiz/document-schema/compare/compare-content'
import type { TextThread } from '../texts/text-thread.js'
import type { VersionText } from './version-texts.js'

const comparisonLimit = 24

/** Comparisons that somebody asked for, since many ask for the same ones. States have names, so none is ever stale. */
export class Comparisons {
  readonly #texts: TextThread
  readonly #known = new Map<string, Promise<ComparedRow[]>>()

  constructor(texts: TextThread) {
    this.#texts = texts
  }

  of(from: VersionText, to: VersionText): Promise<ComparedRow[]> {
    const key: `${Hash} ${Hash}` = `${from.state} ${to.state}`
    const rows = this.#known.get(key) ?? this.#texts.compare(from.content, to.content)
    this.#known.delete(key)
    this.#known.set(key, rows)
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= comparisonLimit) break
      this.#known.delete(oldest)
    }
    rows.catch(() => this.#known.delete(key))
    return rows
  }
}
