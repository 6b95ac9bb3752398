import { Role } from '@randnotiz/contract/accounts/role'
import { Viewer } from '@randnotiz/contract/accounts/viewer'
import { Publication } from '@randnotiz/contract/annotations/publication'
import { UserId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import { mayRead, placeholderOf, sightOf } from './sight.js'

const author = UserId.parse('a'.repeat(24))
const since = '2026-05-01T09:00:00.000Z'
const hidden = Publication.parse({
  state: 'hidden',
  since,
  rule: 'insult',
  duration: { lasts: 'for-good' },
  decisionId: 'b'.repeat(24),
})
const as = (role: Role, id = 'c'.repeat(24)) =>
  Viewer.parse({ kind: 'account', id, pseudonym: 'Jemand', role, colour: '#123456' })

describe('who may read what is withheld', () => {
  it('are moderators, admins and the author; other staff are not', () => {
    const readers = Role.options.filter(role =>
      mayRead(sightOf(as(role)), { publication: hidden, authorId: author }),
    )
    expect(readers).toEqual(['moderator', 'admin'])
    expect(mayRead(sightOf(as('participant', author)), { publication: hidden, authorId: author })).toBe(true)
    expect(mayRead({ kind: 'public' }, { publication: hidden, authorId: author })).toBe(false)
  })

  it('shows everybody else the state without its reasons', () => {
    expect(placeholderOf(hidden)).toMatchObject({ state: 'hidden', decisionId: null })
    const held = Publication.parse({ state: 'held', since, reasons: [{ rule: 'first' }] })
    expect(placeholderOf(held)).toEqual({ state: 'held', since, reasons: [] })
  })
})
