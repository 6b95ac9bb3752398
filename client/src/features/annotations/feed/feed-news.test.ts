import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { published } from '@randnotiz/contract/annotations/publication'
import { ReplyId } from '@randnotiz/contract/kit/ids'
import { expect, test } from 'vitest'
import { anAnnotation, userId } from '../testing/an-annotation.js'
import { newsBetween } from './feed-news.js'

const known = (...annotations: Annotation[]) => new Map(annotations.map(each => [each.id, each]))
const author = anAnnotation(1).author

function withReply(annotation: Annotation): Annotation {
  const id = ReplyId.parse('00000000000000000000000a')
  return {
    ...annotation,
    replies: [
      {
        id,
        author,
        body: 'Ja',
        createdAt: annotation.createdAt,
        publication: published,
        editedAt: null,
        edition: 1,
        source: null,
      },
    ],
  }
}

test('counts what is new, not what was known', () => {
  const news = newsBetween(known(anAnnotation(1)), known(anAnnotation(1), anAnnotation(2)), null)
  expect(news).toEqual({ annotations: 1, replies: 0, accepted: 0 })
})

test('counts a new reply, but not the replies that a new annotation brings', () => {
  const before = known(anAnnotation(1))
  const after = known(withReply(anAnnotation(1)), withReply(anAnnotation(2)))
  expect(newsBetween(before, after, null)).toEqual({ annotations: 1, replies: 1, accepted: 0 })
})

test('what readers wrote themselves is no news to them', () => {
  const after = known(withReply(anAnnotation(1)), anAnnotation(2))
  expect(newsBetween(known(anAnnotation(1)), after, author.id)).toEqual({
    annotations: 0,
    replies: 0,
    accepted: 0,
  })
  expect(newsBetween(known(anAnnotation(1)), after, userId(99)).annotations).toBe(1)
})

test('an own proposal that staff have taken over is news to its author only', () => {
  const open: Annotation = { ...anAnnotation(1), kind: 'wording', proposal: { status: 'open' } }
  const words = { before: 'alt', after: 'neu', blockIds: [], at: open.createdAt }
  const taken: Annotation = { ...open, proposal: { status: 'accepted', acceptance: 'whole', ...words } }
  expect(newsBetween(known(open), known(taken), author.id).accepted).toBe(1)
  expect(newsBetween(known(open), known(taken), userId(99)).accepted).toBe(0)
  expect(newsBetween(known(taken), known(taken), author.id).accepted).toBe(0)
})
