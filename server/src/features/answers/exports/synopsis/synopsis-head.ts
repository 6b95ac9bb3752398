import type { SynopsisTitles } from '@randnotiz/contract/answers/exports/order'
import type { Language, Moment } from '@randnotiz/contract/kit/wire-values'

/** What a synopsis says about itself, ready to be written in any format. */
export type SynopsisHead = {
  language: Language
  process: string
  titles: SynopsisTitles
  names: 'without' | 'with'
  answers: 'published' | 'all'
  /** What was chosen, in words; empty for everything. */
  filters: readonly { name: string; value: string }[]
  madeAt: Moment
  /** Where the contributions can be read, e.g. `https://beteiligung.example.org`. */
  site: string
}
