import { Notice, type NoticePage } from '@randnotiz/contract/accounts/notices'
import { expect, test } from 'vitest'
import { emptyNotices, unreadIn, withNotice, withPage } from './notice-feed.js'

const notice = (seq: number) =>
  Notice.parse({
    id: String(seq).padStart(24, '0'),
    seq,
    createdAt: '2026-05-01T09:00:00.000Z',
    event: {
      kind: 'replied',
      document: { slug: 'mobile-stadt', title: { de: 'Mobile Stadt', en: 'Mobile city' } },
      annotationId: 'a'.repeat(24),
      by: 'Ulme',
      excerpt: 'Ja.',
    },
  })

const page = (...seqs: number[]): NoticePage => ({
  notices: seqs.map(notice),
  head: seqs.at(-1) ?? 0,
  readUpTo: 1,
})

test('a page is taken in, the newest first, whatever was known', () => {
  const feed = withPage(withPage(emptyNotices, page(1, 2)), page(2, 3))
  expect(feed.notices.map(({ seq }) => seq)).toEqual([3, 2, 1])
  expect(unreadIn(feed)).toBe(2)
})

test('the next one is added, an old one is known, and a gap is noticed', () => {
  const feed = withPage(emptyNotices, page(1, 2))
  expect(withNotice(feed, notice(3))?.head).toBe(3)
  expect(withNotice(feed, notice(2))).toBe(feed)
  expect(withNotice(feed, notice(4))).toBeNull()
})
