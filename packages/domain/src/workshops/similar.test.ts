import { expect, it } from 'vitest'
import { likeness, similarBundles, similarGroup } from './similar.js'

const texts = [
  { id: 'a', text: 'Mehr Schatten und Bäume am Bahnhof, bitte.' },
  { id: 'b', text: 'Am Bahnhof fehlt Schatten.' },
  { id: 'c', text: 'Der Bus sollte abends länger fahren.' },
  { id: 'd', text: 'Busse am Abend: länger, auch sonntags fahren lassen.' },
  { id: 'e', text: 'Was kostet das?' },
]

it('finds what is about the same thing, whatever small words and endings say', () => {
  expect(similarBundles(texts)).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(likeness('Bäume', '')).toBe(0)
  expect(likeness('und oder aber', 'und oder aber')).toBe(0)
})

it('suggests a group only where it is worth saying', () => {
  const groups = [
    { id: 'shade', texts: ['Schatten am Bahnhof'] },
    { id: 'bus', texts: ['Busse länger fahren lassen'] },
  ]
  expect(similarGroup('Bäume spenden Schatten', groups)?.groupId).toBe('shade')
  expect(similarGroup('Was kostet das?', groups)).toBeNull()
})
