import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Contribution } from '../../annotations/index.js'

/** Why nothing is said in public to a contribution that is not public itself; null for one that is. */
export function withheld({ publication }: Pick<Contribution, 'publication'>): RefusalCode | null {
  switch (publication.state) {
    case 'published':
      return null
    case 'withdrawn':
      return 'annotations/withdrawn'
    case 'held':
    case 'hidden':
      return 'answers/not-public'
  }
}
