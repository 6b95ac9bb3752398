import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { type ContenderName, contenders, titles } from './contenders.js'
import type { Comparison, Figures } from './workload.js'

/** comparison → contender → one entry a round */
const resultsSchema = z.record(
  z.string(),
  z.partialRecord(z.enum(contenders), z.array(z.record(z.string(), z.number().nullable()))),
)
type Results = z.infer<typeof resultsSchema>

export function readResults(file: string): Results {
  return existsSync(file) ? resultsSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

export function addRound(file: string, name: string, contender: ContenderName, figures: Figures): void {
  const results = readResults(file)
  const rounds = results[name] ?? {}
  rounds[contender] = [...(rounds[contender] ?? []), figures]
  writeFileSync(file, `${JSON.stringify({ ...results, [name]: rounds }, null, 1)}\n`)
}

/** Of an even number the mean of the two in the middle; null without any. */
function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const low = sorted[(sorted.length - 1) >> 1]
  const high = sorted[sorted.length >> 1]
  return low === undefined || high === undefined ? null : (low + high) / 2
}

const show = (value: number | null) =>
  value === null ? '—' : value >= 100 ? value.toFixed(0) : value.toPrecision(3)

/** Markdown rows of one comparison, a figure each, with the ratio to the best of the others. */
export function rowsOf({ name, more = [] }: Comparison, results: Results): string[] {
  const rounds = results[name] ?? {}
  const of = (contender: ContenderName, figure: string) =>
    median((rounds[contender] ?? []).flatMap(each => each[figure] ?? []))
  return Object.keys(rounds.randnotiz?.[0] ?? {}).map(figure => {
    const values = contenders.map(contender => of(contender, figure))
    const [ours = null, ...others] = values
    const known = others.filter(value => value !== null)
    const best = more.includes(figure) ? Math.max(...known) : Math.min(...known)
    const ratio = ours === null || known.length === 0 || best === 0 ? '' : (ours / best).toPrecision(2)
    const count = contenders.map(contender => rounds[contender]?.length ?? 0).join('/')
    return `| ${[`${name}: ${figure}`, ...values.map(show), ratio, count].join(' | ')} |`
  })
}

export const tableHead = [
  `| | ${contenders.map(contender => titles[contender]).join(' | ')} | ratio to the best of them | rounds |`,
  `|---|${contenders.map(() => '--:|').join('')}--:|--:|`,
]
