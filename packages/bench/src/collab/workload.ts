import type { ContenderName } from './contenders.js'

/** What one contender did in one round. A figure that a contender cannot have is left out. */
export type Figures = Record<string, number>

export interface Comparison {
  name: string
  /** Figures of which more is better; of all others less is. */
  more?: readonly string[]
  run(contender: ContenderName, folder: string): Promise<Figures>
}
