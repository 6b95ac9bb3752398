import type { Quote } from '@randnotiz/contract/annotations/target'
import { describe, expect, it } from 'vitest'
import { PassageResolver } from './resolve.js'

/**
 * Real revision histories with known answers. The corpus lies beside the repository, not in it; without it these tests
 * say so and are skipped. What is only suggested counts as not attached.
 */
const corpus = new URL('../../../../shared/anchor-corpus/score.mjs', import.meta.url).href

type Selector = Quote & { start: number; end: number }
type Row = { n: number; 'correct%': number; 'wrong%': number; 'falseOrphan%': number }
type Scorer = {
  score(
    implementation: { createResolver: typeof createResolver },
    options: { split: string; context: number },
  ): Promise<{ rows: Record<string, Row> }>
}

function createResolver(text: string, { oldText }: { oldText: string }) {
  const resolver = new PassageResolver(text)
  return ({ start, end, ...quote }: Selector) => {
    const found = resolver.resolve({ quote, range: { start, end }, text: oldText })
    return found.status === 'exact' || found.status === 'changed' ? found.range : null
  }
}

const scorer: Scorer | null = await import(corpus).catch(() => null)
if (scorer === null)
  process.stdout.write('The anchor corpus is not beside the repository: its goals are skipped.\n')
const result = await scorer?.score({ createResolver }, { split: 'dev', context: 32 })

type Goal = { set: string; correct: number; wrong: number; falseOrphans?: number }
const goals: Goal[] = [
  { set: 'ALL natural, uniform draw', correct: 99.3, wrong: 0.1, falseOrphans: 0.6 },
  { set: 'ALL natural', correct: 99.2, wrong: 0.1 },
  { set: 'passage edited', correct: 97, wrong: 0.5 },
  { set: 'synthetic: delete', correct: 99, wrong: 1 },
  { set: 'ALL foreign', correct: 99.5, wrong: 0.5 },
  { set: 'ALL synthetic', correct: 99.3, wrong: 0.3 },
]

describe.skipIf(scorer === null)('on the revision histories of the corpus', () => {
  it.each(goals)('$set: at least $correct % right, at most $wrong % wrong', goal => {
    const row = result?.rows[goal.set]
    expect(row?.['correct%']).toBeGreaterThanOrEqual(goal.correct)
    expect(row?.['wrong%']).toBeLessThanOrEqual(goal.wrong)
    expect(row?.['falseOrphan%']).toBeLessThanOrEqual(goal.falseOrphans ?? 100)
  })
})
