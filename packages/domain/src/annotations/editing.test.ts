import { Proposal } from '@randnotiz/contract/annotations/proposal'
import { type Publication, published } from '@randnotiz/contract/annotations/publication'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import { UserId } from '@randnotiz/contract/kit/ids'
import { expect, it } from 'vitest'
import { mayNotEdit, mayNotEditReply } from './editing.js'

const answer: PublicAnswer = {
  points: [
    {
      number: 1,
      pieces: [],
      outcome: { kind: 'noted' },
      reason: 'Danke.',
      change: null,
      publishedAt: '2026-05-01T10:00:00.000Z',
      together: 1,
    },
  ],
  open: 0,
}
const since = '2026-05-01T09:00:00.000Z'
const open = { publication: published, proposal: null, answer: null, createdAt: since, replies: [] }
const reply = (staff: boolean) => ({ author: { staff }, publication: published })

it('its author may edit a contribution until the city has answered', () => {
  expect(mayNotEdit(open)).toBeNull()
  expect(mayNotEdit({ ...open, replies: [reply(false)] })).toBeNull()
  expect(mayNotEdit({ ...open, replies: [reply(false), reply(true)] })).toBe('annotations/answered-already')
  const withdrawn = { state: 'withdrawn', since } as const
  expect(mayNotEdit({ ...open, replies: [{ ...reply(true), publication: withdrawn }] })).toBeNull()
})

it('nobody edits what has changed the text, or what is withdrawn', () => {
  const words = { before: 'a', after: 'b', blockIds: [], at: since }
  const accepted = Proposal.parse({ status: 'accepted', acceptance: 'whole', ...words })
  expect(mayNotEdit({ ...open, proposal: accepted })).toBe('annotations/answered-already')
  expect(mayNotEdit({ ...open, proposal: { status: 'open' } })).toBeNull()
  expect(mayNotEdit({ ...open, answer })).toBe('annotations/answered-already')
  expect(mayNotEdit({ ...open, publication: { state: 'withdrawn', since } })).toBe('annotations/withdrawn')
})

it('a process may set a time for it', () => {
  const after = (minutes: number) => new Date(Date.parse(since) + minutes * 60_000)
  const withinMs = 60 * 60_000
  expect(mayNotEdit(open, { now: after(59), withinMs })).toBeNull()
  expect(mayNotEdit(open, { now: after(60), withinMs })).toBe('annotations/editing-over')
  expect(mayNotEdit(open, { now: after(60), withinMs: null })).toBeNull()
})

it('its author may edit a reply until the city has replied behind it', () => {
  const person = (digit: string) => UserId.parse(digit.repeat(24))
  const open = { publication: published, createdAt: since, authorId: person('1'), later: [] }
  const by = (digit: string, staff: boolean) => ({
    author: { id: person(digit), staff },
    publication: published,
  })
  expect(mayNotEditReply(open)).toBeNull()
  expect(mayNotEditReply({ ...open, later: [by('2', false)] })).toBeNull()
  expect(mayNotEditReply({ ...open, later: [by('2', true)] })).toBe('annotations/answered-already')
  const held: Publication = { state: 'held', since, reasons: [] }
  expect(mayNotEditReply({ ...open, later: [{ ...by('2', true), publication: held }] })).toBeNull()
  // Staff do not answer themselves.
  expect(mayNotEditReply({ ...open, later: [by('1', true)] })).toBeNull()
  expect(mayNotEditReply({ ...open, publication: { state: 'withdrawn', since } })).toBe(
    'annotations/withdrawn',
  )
  const now = new Date(Date.parse(since) + 60_000)
  expect(mayNotEditReply(open, { now, withinMs: 60_000 })).toBe('annotations/editing-over')
})
