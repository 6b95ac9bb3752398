import { expect, it } from 'vitest'
import { fateOf, type Standing, wantsALook } from './passage-fate.js'

const at = (words: string): Standing => ({ status: 'attached', words })
const maybe = (words: string): Standing => ({ status: 'suggested', words })
const gone: Standing = { status: 'orphaned' }

it.each([
  [at('Bäume'), at('Bäume'), 'stays'],
  [at('Bäume'), at('viele Bäume'), 'changes'],
  [gone, at('Bäume'), 'returns'],
  [maybe('Büsche'), at('Bäume'), 'returns'],
  [at('Bäume'), maybe('Büsche'), 'in-doubt'],
  [gone, maybe('Büsche'), 'in-doubt'],
  [at('Bäume'), gone, 'lost'],
  [maybe('Bäume'), gone, 'lost'],
  [gone, gone, 'still-lost'],
] as const)('%j, then %j: %s', (now, then, fate) => {
  expect(fateOf(now, then)).toBe(fate)
})

it('asks for a look where something is lost first, and for none where nothing happens', () => {
  const fates = ['changes', 'lost', 'returns', 'in-doubt'] as const
  expect(fates.toSorted((a, b) => (wantsALook(a) ?? 9) - (wantsALook(b) ?? 9))[0]).toBe('lost')
  expect(['stays', 'still-lost', 'whole'].map(fate => wantsALook(fate as 'stays'))).toEqual([
    null,
    null,
    null,
  ])
})
