import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const features = fileURLToPath(new URL('../features/', import.meta.url))

/** Class names that a sheet gives their look to: those that stand alone before a block at its top level. */
function definedIn(sheet: string): string[] {
  const selectors = sheet.replaceAll(/\/\*[\s\S]*?\*\//g, '').match(/^[^\s@}][^{}]*(?=\{)/gm) ?? []
  const alone = selectors.flatMap(selector => selector.split(','))
  return alone.flatMap(selector => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? [])
}

it('gives every class name to one feature: their sheets stand in the same page', () => {
  const owners = new Map<string, Set<string>>()
  for (const path of readdirSync(features, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.css')) continue
    const [feature = ''] = path.split(/[\\/]/)
    for (const name of definedIn(readFileSync(features + path, 'utf8')))
      owners.set(name, (owners.get(name) ?? new Set()).add(feature))
  }
  expect([...owners].filter(([, names]) => names.size > 1).map(([name]) => name)).toEqual([])
  expect(owners.get('answer-desk')).toEqual(new Set(['answers']))
})
