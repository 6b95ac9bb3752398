/**
 * Our collaboration server against others:
 *
 *     node dist/collab/compare.js results.json [part of a comparison's name, or all] [--rounds=4] [--only=randnotiz,y-websocket]
 *
 * A round lets the contenders take turns, A B C D, and the next one begins again with A, so that a machine that changes its
 * pace treats them alike. Each result is printed as a line of JSON and added to the file; several calls add up there, so
 * that a machine need not be occupied for long. At the end come the medians of all rounds in the file, as a table; without
 * a name only these.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type ContenderName, contenders, isContender } from './contenders.js'
import { durability } from './durability.js'
import { fanOut, saturation } from './fan-out.js'
import { memory, opening } from './opening.js'
import { addRound, readResults, rowsOf, tableHead } from './results.js'
import { stalledReaders } from './stalled-readers.js'
import type { Comparison } from './workload.js'

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

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '1' }, only: { type: 'string' } },
})
const [file = 'collab-results.json', wanted] = positionals

/** Hocuspocus 4 takes part where it runs; see the README. */
const isAble = Number.parseInt(process.versions.node, 10) >= 22
const chosen = values.only?.split(',').filter(isContender) ?? contenders
const able = chosen.filter(name => name !== 'hocuspocus-4' || isAble)

function named(part: string | undefined): readonly Comparison[] {
  if (part === undefined) return []
  if (part === 'all') return comparisons
  const exact = comparisons.filter(({ name }) => name === part)
  return exact.length > 0 ? exact : comparisons.filter(({ name }) => name.includes(part))
}

async function measure(comparison: Comparison, contender: ContenderName): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'collab-bench-'))
  const figures = await comparison.run(contender, folder)
  await rm(folder, { recursive: true })
  addRound(file, comparison.name, contender, figures)
  console.log(JSON.stringify({ comparison: comparison.name, contender, figures }))
}

for (const comparison of named(wanted))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const contender of able) await measure(comparison, contender)

const results = readResults(file)
for (const line of [...tableHead, ...comparisons.flatMap(comparison => rowsOf(comparison, results))])
  console.log(line)
