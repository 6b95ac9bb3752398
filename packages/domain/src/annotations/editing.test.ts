import { Proposal } from '@randnotiz/contract/annotations/proposal'
import { published } from '@randnotiz/contract/annotations/publication'
import type { PublicAnswer } from '@randnotiz/contract/answers/answer'
import { expect, it } from 'vitest'
import { mayNotEdit } from './editing.js'

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
