/**
 * The direction of dependencies, from one table. `arrows.json` says which workspace may import which other one, and
 * in what order the server's features stand (a feature uses those to its left, through their door, `index.js`).
 * From it come the `noRestrictedImports` overrides of `biome.json`:
 *   node packages/tooling/arrows.mjs --write   writes them
 *   node packages/tooling/arrows.mjs --check   fails when they, a package.json or a tsconfig.json say otherwise
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const readJson = path => JSON.parse(readFileSync(join(root, path), 'utf8'))
const table = readJson('packages/tooling/arrows.json')

const restricted = (includes, patterns) => ({
  includes,
  linter: { rules: { style: { noRestrictedImports: { level: 'error', options: { patterns } } } } },
})

function workspacePatterns({ mayImport, pure }) {
  const allowed = mayImport.flatMap(name => [`!@randnotiz/${name}`, `!@randnotiz/${name}/**`])
  const others = {
    group: ['@randnotiz/*', '@randnotiz/*/**', ...allowed],
    message: 'This arrow is not in packages/tooling/arrows.json.',
  }
  const system = {
    group: ['node:*'],
    message: 'This workspace runs in browsers too, or is pure: no I/O here.',
  }
  return pure ? [others, system] : [others]
}

function featurePatterns(index) {
  const features = table.serverFeatures
  const climb = name => ['../', '../../', '../../../'].map(up => `${up}${name}/**`)
  const right = features.slice(index + 1).flatMap(climb)
  const left = features.slice(0, index).flatMap(climb)
  const doors = features
    .slice(0, index)
    .flatMap(name => climb(name).map(glob => `!${glob.replace('**', 'index.js')}`))
  const patterns = []
  if (right.length > 0)
    patterns.push({
      group: right,
      message: 'A feature uses features to its left; the other way goes by domain events.',
    })
  if (left.length > 0)
    patterns.push({
      group: [...left, ...doors],
      message: 'Another feature is entered by its door, index.js.',
    })
  return patterns
}

function generatedOverrides() {
  const workspaces = Object.entries(table.workspaces).map(([folder, arrows]) => {
    const tests = arrows.pure
      ? [`!${folder}/**/*.test.ts`, `!${folder}/**/*.test.tsx`, `!${folder}/*.config.ts`]
      : []
    return restricted([`${folder}/**`, ...tests], workspacePatterns(arrows))
  })
  const serverPatterns = workspacePatterns(table.workspaces.server)
  const features = table.serverFeatures.map((name, index) =>
    restricted([`server/src/features/${name}/**`], [...serverPatterns, ...featurePatterns(index)]),
  )
  return [...workspaces, ...features]
}

const isGenerated = override => override.linter?.rules?.style?.noRestrictedImports !== undefined

function withGenerated(biome) {
  return { ...biome, overrides: [...biome.overrides.filter(o => !isGenerated(o)), ...generatedOverrides()] }
}

const sorted = names => [...names].sort().join(', ')

/** Every manifest and every project reference names exactly what the table allows, or less. */
function* disagreements() {
  for (const [folder, { mayImport }] of Object.entries(table.workspaces)) {
    const manifest = readJson(`${folder}/package.json`)
    const named = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(name => name.startsWith('@randnotiz/'))
      .map(name => name.slice('@randnotiz/'.length))
    const references = (readJson(`${folder}/tsconfig.json`).references ?? []).map(r =>
      r.path.split('/').pop(),
    )
    for (const [file, names] of [
      ['package.json', named],
      ['tsconfig.json', references],
    ]) {
      const extra = names.filter(name => !mayImport.includes(name))
      if (extra.length > 0) yield `${folder}/${file} names ${sorted(extra)}; the table does not`
    }
  }
  const biome = readJson('biome.json')
  if (JSON.stringify(withGenerated(biome)) !== JSON.stringify(biome))
    yield 'biome.json is older than arrows.json: run node packages/tooling/arrows.mjs --write'
}

const [mode] = process.argv.slice(2)
if (mode === '--write') {
  writeFileSync(
    join(root, 'biome.json'),
    `${JSON.stringify(withGenerated(readJson('biome.json')), null, 2)}\n`,
  )
} else if (mode === '--check') {
  const found = [...disagreements()]
  for (const line of found) console.error(`arrows: ${line}`)
  process.exitCode = found.length > 0 ? 1 : 0
} else {
  console.error('usage: node packages/tooling/arrows.mjs --write | --check')
  process.exitCode = 2
}
