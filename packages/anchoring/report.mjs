/**
 * Prints how well passages are found on the anchor corpus, which lies beside the repository:
 *   npm run report -w packages/anchoring
 */
import { PassageResolver } from './dist/index.js'

const { score } = await import(new URL('../../../shared/anchor-corpus/score.mjs', import.meta.url).href)

function createResolver(text, { oldText }) {
  const resolver = new PassageResolver(text)
  return ({ start, end, ...quote }) => {
    const found = resolver.resolve({ quote, range: { start, end }, text: oldText })
    return found.status === 'exact' || found.status === 'changed' ? found.range : null
  }
}

const { rows, anchors, msPer1000, slowestPairMs } = await score(
  { createResolver },
  { split: 'all', context: 32 },
)
const line = cells => `| ${cells.join(' | ')} |\n`
process.stdout.write(line(['set', 'passages', 'correct %', 'partly %', 'wrong %', 'not attached %']))
process.stdout.write(line(['---', '---:', '---:', '---:', '---:', '---:']))
for (const [set, row] of Object.entries(rows))
  process.stdout.write(
    line([set, row.n, row['correct%'], row['partial%'], row['wrong%'], row['falseOrphan%']]),
  )
process.stdout.write(
  `\n${anchors} passages, ${msPer1000} ms for 1,000, slowest pair of texts ${slowestPairMs} ms\n`,
)
