/**
 * Our collaboration server against others:
 *
 *     node dist/collab/compare.js <results.json> <name of a comparison, or a part of it> [contender,contender…]
 *     node dist/collab/compare.js <results.json>
 *
 * The first runs one round, contender after contender, and appends it to the file: several rounds are several calls, so that
 * a machine is not occupied longer than one of them takes. Both print the medians of all rounds in the file.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { contenders, isContender } from './contenders.js'
import { durability } from './durability.js'
import { fanOut, saturation } from './fan-out.js'
import { memory, opening } from './opening.js'
import { addRound, readResults, rowsOf, tableHead } from './results.js'
import { stalledReaders } from './stalled-readers.js'

const comparisons = [
  fanOut(200, 'in memory'),
  fanOut(1_000, 'in memory'),
  fanOut(200, 'on disk'),
  saturation,
  opening,
  memory,
  stalledReaders,
  durability,
]

/** Hocuspocus 4 takes part where it runs; see the README. */
const isAble = Number.parseInt(process.versions.node, 10) >= 22

const [file = 'collab-results.json', wanted, names] = process.argv.slice(2)
const chosen = names?.split(',').filter(isContender) ?? contenders
const able = chosen.filter(name => name !== 'hocuspocus-4' || isAble)
const named = (part: string) => {
  const exact = comparisons.filter(({ name }) => name === part)
  return exact.length > 0 ? exact : comparisons.filter(({ name }) => name.includes(part))
}
if (wanted !== undefined)
  for (const comparison of named(wanted))
    for (const contender of able) {
      const folder = await mkdtemp(join(tmpdir(), 'collab-bench-'))
      addRound(file, comparison.name, contender, await comparison.run(contender, folder))
      await rm(folder, { recursive: true })
    }
const results = readResults(file)
for (const line of [...tableHead, ...comparisons.flatMap(comparison => rowsOf(comparison, results))])
  console.log(line)
