import { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import { describe, expect, it } from 'vitest'
import { cadenceOf, nextDigest } from './mail-cadence.js'

const document = { slug: 'mobile-stadt', title: { de: 'Mobile Stadt', en: 'Mobile city' } }
const contribution = { document, annotationId: 'a'.repeat(24) }
const never = { language: 'de', replies: 'never', news: 'never' } as const

describe('how often mails come', () => {
  it('is for the person to choose, but for what is owed to them', () => {
    const replied = NoticeEvent.parse({ kind: 'replied', ...contribution, by: 'Ulme', excerpt: 'Ja.' })
    expect(cadenceOf(replied, never)).toBe('never')
    expect(cadenceOf(replied, { ...never, replies: 'weekly' })).toBe('weekly')
    const outcome = NoticeEvent.parse({
      kind: 'outcome',
      ...contribution,
      outcome: { de: 'Wird berücksichtigt', en: 'Taken up' },
      reason: 'Weil es stimmt.',
    })
    expect(cadenceOf(outcome, never)).toBe('at-once')
  })
})

describe('the next digest', () => {
  it.each([
    ['daily', '2026-05-01T04:59:59.000Z', '2026-05-01T05:00:00.000Z'],
    ['daily', '2026-05-01T05:00:00.000Z', '2026-05-02T05:00:00.000Z'],
    ['weekly', '2026-05-01T05:00:00.000Z', '2026-05-04T05:00:00.000Z'],
    // The clocks go back on that Sunday: from then on seven o'clock is six in UTC.
    ['daily', '2026-10-24T05:00:00.000Z', '2026-10-25T06:00:00.000Z'],
  ] as const)('%s after %s comes at %s', (cadence, after, expected) => {
    expect(nextDigest(cadence, new Date(after)).toISOString()).toBe(expected)
  })
})
