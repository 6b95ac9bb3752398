/**
 * `npm run bench [-- part of a name]`: runs the workloads one after the other, prints a table for each, and writes
 * `packages/bench/results.json`.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { annotationFanOut } from './annotation-fan-out.js'
import { coldOpen } from './cold-open.js'
import { editToScreen } from './edit-to-screen.js'
import { embeddedMongo } from './embedded-mongo.js'
import { exportWorkloads } from './exports.js'
import { manyContributions } from './many-contributions.js'
import { manyPassages } from './many-passages.js'
import { painting } from './painting.js'
import { texts } from './texts.js'
import type { Figure, Workload } from './workload.js'
import { liveWorkshops } from './workshop/live-workshop.js'

const workloads: Workload[] = [
  editToScreen,
  annotationFanOut,
  manyPassages,
  manyContributions,
  painting,
  coldOpen,
  embeddedMongo,
  texts,
  ...exportWorkloads,
  ...liveWorkshops,
]

function print(workload: Workload, figures: Figure[]) {
  console.log(`\n${workload.name}: ${workload.story}`)
  for (const { name, value, unit } of figures)
    console.log(`  ${name.padEnd(36)} ${String(value).padStart(9)} ${unit}`)
}

const clockTime = () => new Date().toISOString().slice(11, 19)

const wanted = process.argv[2] ?? ''
const results: { workload: string; story: string; figures: Figure[] }[] = []
for (const workload of workloads.filter(({ name }) => name.includes(wanted))) {
  const figures = await workload.run(line => console.error(`  ${clockTime()} ${line}`))
  print(workload, figures)
  results.push({ workload: workload.name, story: workload.story, figures })
}
const report = { node: process.version, measuredAt: new Date().toISOString(), results }
writeFileSync(
  fileURLToPath(new URL('../results.json', import.meta.url)),
  `${JSON.stringify(report, null, 2)}\n`,
)
