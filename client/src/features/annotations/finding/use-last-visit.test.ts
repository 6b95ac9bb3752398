import { expect, it } from 'vitest'
import { nextVisit } from './use-last-visit.js'

const at = (time: string) => `2026-05-04T${time}:00.000Z`

it('knows nothing before the first visit', () => {
  expect(nextVisit(null, new Date(at('10:00')))).toEqual({ current: at('10:00'), previous: null })
})

it('takes going back and forth for one visit, and coming back later for another', () => {
  const first = { current: at('10:00'), previous: null }
  expect(nextVisit(first, new Date(at('10:20')))).toEqual(first)
  expect(nextVisit(first, new Date(at('11:00')))).toEqual({ current: at('11:00'), previous: at('10:00') })
})
