import { Role } from '@randnotiz/contract/accounts/role'
import { Viewer } from '@randnotiz/contract/accounts/viewer'
import { describe, expect, it } from 'vitest'
import { type Action, isStaff, may } from './permissions.js'

const anonymous = Viewer.parse({ kind: 'anonymous' })
const as = (role: Role) =>
  Viewer.parse({ kind: 'account', id: 'a'.repeat(24), pseudonym: 'Jemand', role, colour: '#123456' })

const open = { annotate: true, propose: true, reply: true, support: true }
const closed = { annotate: false, propose: false, reply: false, support: false }
const actions: Action[] = [
  'document:edit',
  'annotation:create',
  'annotation:reply',
  'annotation:attach',
  'annotation:moderate',
  'moderation:read-log',
  'mail:read-outbox',
]

describe('permissions', () => {
  it.each(actions)('refuses %s to who has not signed in, also while everything is open', action => {
    expect(may(anonymous, action, open)).toBe('accounts/sign-in-required')
  })

  it('lets editors, facilitators and admins write the text, whatever the phase', () => {
    const allowed = Role.options.filter(role => may(as(role), 'document:edit', closed) === null)
    expect(allowed).toEqual(['editor', 'facilitator', 'admin'])
    expect(may(as('participant'), 'document:edit', open)).toBe('accounts/not-permitted')
  })

  it('lets all staff say where an annotation belongs, whatever the phase', () => {
    const allowed = Role.options.filter(role => may(as(role), 'annotation:attach', closed) === null)
    expect(allowed).toEqual(Role.options.filter(isStaff))
  })

  it.each(Role.options)('lets a %s annotate and reply while the phase says so, and not otherwise', role => {
    expect(may(as(role), 'annotation:create', { ...closed, annotate: true })).toBeNull()
    expect(may(as(role), 'annotation:reply', { ...closed, annotate: true })).toBe('publishing/phase-closed')
    expect(may(as(role), 'annotation:reply', { ...closed, reply: true })).toBeNull()
    expect(may(as(role), 'annotation:create', null)).toBe('publishing/phase-closed')
  })

  it('lets a guest do what a participant may, unless the process keeps guests out', () => {
    const guest = Viewer.parse({ kind: 'guest', id: 'b'.repeat(24), pseudonym: 'Gast', colour: '#123456' })
    for (const action of actions) expect(may(guest, action, open)).toBe(may(as('participant'), action, open))
    expect(may(guest, 'annotation:create', { ...open, guests: true })).toBeNull()
    expect(may(guest, 'annotation:create', { ...open, guests: false })).toBe('accounts/guests-not-admitted')
    expect(may(guest, 'annotation:reply', { ...closed, guests: true })).toBe('publishing/phase-closed')
    expect(may(as('participant'), 'annotation:create', { ...open, guests: false })).toBeNull()
  })

  it('counts everybody but participants as staff', () => {
    expect(Role.options.filter(role => !isStaff(role))).toEqual(['participant'])
  })
})
