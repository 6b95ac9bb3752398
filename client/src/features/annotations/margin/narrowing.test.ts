import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { UserId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { anAnnotation } from '../testing/an-annotation.js'
import type { MarginOrder } from './margin-order.js'
import { everything, idsPassing, leavesOut, listed, narrowed } from './narrowing.js'

const on = (day: number) => `2026-05-0${day}T09:00:00.000Z`
const other = UserId.parse('f'.repeat(24))

const shown = (count: number): Annotation['support'] => ({ kind: 'shown', count })
const risk: Annotation = { ...anAnnotation(1), kind: 'risk', createdAt: on(3), support: shown(1) }
const idea: Annotation = { ...anAnnotation(2), kind: 'idea', createdAt: on(1), support: shown(5) }
const fresh: Annotation = {
  ...anAnnotation(3),
  kind: 'idea',
  createdAt: on(2),
  editedAt: on(5),
  author: { ...anAnnotation(3).author, id: other },
}
const all = [risk, idea, fresh]
const order: MarginOrder = {
  passages: [risk, fresh].map(annotation => ({ annotation, place: { type: 'searching' } })),
  wholeText: [{ annotation: idea, place: { type: 'document' } }],
  orphaned: [],
}
const reader = { personId: risk.author.id, readUpTo: on(4) }
const idsOf = (notes: readonly { annotation: Annotation }[]) => notes.map(({ annotation }) => annotation.id)

describe('narrowing the notes beside a text', () => {
  it('leaves everything as it is, the very same object, when nothing is chosen', () => {
    expect(narrowed(order, idsPassing(all, everything, reader), null)).toBe(order)
    expect(leavesOut({ order: 'newest' })).toBe(false)
  })

  it('goes by kind, by reader and by what has been read', () => {
    const passing = (query: object) => [...(idsPassing(all, query, reader) ?? [])]
    expect(passing({ kind: 'idea' })).toEqual([idea.id, fresh.id])
    expect(passing({ mine: 'yes' })).toEqual([risk.id, idea.id])
    expect(passing({ unread: 'yes' })).toEqual([fresh.id])
    expect(passing({ kind: 'question' })).toEqual([])
  })

  it('keeps the note that somebody is looking at', () => {
    const ids = idsPassing(all, { kind: 'risk' }, reader)
    expect(idsOf(narrowed(order, ids, null).passages)).toEqual([risk.id])
    expect(idsOf(narrowed(order, ids, fresh.id).passages)).toEqual([risk.id, fresh.id])
  })

  it('lists them in another order, the text deciding between equals', () => {
    expect(idsOf(listed(order, 'newest'))).toEqual([risk.id, fresh.id, idea.id])
    expect(idsOf(listed(order, 'supported'))).toEqual([idea.id, risk.id, fresh.id])
    expect(idsOf(listed(order, 'unanswered'))).toEqual([idea.id, fresh.id, risk.id])
  })
})
