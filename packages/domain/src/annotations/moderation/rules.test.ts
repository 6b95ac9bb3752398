import { Publication } from '@randnotiz/contract/annotations/publication'
import { UserId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { publicationAfterEdit } from './after-edit.js'
import { median } from './median.js'
import { mayDecideObjection, mayObject } from './objections.js'

const author = UserId.parse('a'.repeat(24))
const moderator = UserId.parse('b'.repeat(24))
const other = UserId.parse('c'.repeat(24))
const at = new Date('2026-05-01T09:00:00.000Z')
const decision = { at, hides: true, authorId: author, moderatorId: moderator, objected: false }

describe('objections', () => {
  it('are the author’s, once and within six months', () => {
    expect(mayObject(decision, author, new Date('2026-10-30T09:00:00.000Z'))).toBe(true)
    expect(mayObject(decision, author, new Date('2026-11-01T09:00:00.000Z'))).toBe(false)
    expect(mayObject({ ...decision, objected: true }, author, at)).toBe(false)
    expect(mayObject({ ...decision, hides: false }, author, at)).toBe(false)
    for (const person of [moderator, other, null]) expect(mayObject(decision, person, at)).toBe(false)
  })

  it('are decided by neither the author nor whoever decided before', () => {
    expect([author, moderator, other].filter(person => mayDecideObjection(decision, person))).toEqual([other])
  })
})

describe('after an edit', () => {
  const since = '2026-05-01T09:00:00.000Z'
  const hidden = (lasts: 'until-edited' | 'for-good') =>
    Publication.parse({ state: 'hidden', since, rule: 'insult', duration: { lasts }, decisionId: null })

  it('public words are looked at only when they meet a rule', () => {
    expect(publicationAfterEdit({ state: 'published' }, { reasons: [], now: at })).toBeNull()
    expect(publicationAfterEdit({ state: 'published' }, { reasons: [{ rule: 'first' }], now: at })).toEqual({
      state: 'held',
      since,
      reasons: [{ rule: 'first' }],
    })
  })

  it('what was hidden until then is looked at again, and nothing else that was hidden', () => {
    expect(publicationAfterEdit(hidden('until-edited'), { reasons: [], now: at })).toMatchObject({
      state: 'held',
      reasons: [{ rule: 'edited' }],
    })
    expect(publicationAfterEdit(hidden('for-good'), { reasons: [], now: at })).toBeNull()
  })
})

describe('the median', () => {
  it('is the middle', () => {
    expect([median([]), median([3]), median([9, 1, 2]), median([4, 1, 2, 9])]).toEqual([null, 3, 2, 3])
  })
})
