import { describe, expect, it } from 'vitest'
import { judgeSignIn, judgeSignUp } from './judge-account.js'

const wordings = { email: 'mail?', password: 'password?', pseudonym: 'name?' }
const good = { email: 'linde@example.org', pseudonym: 'Lindenblatt', password: 'vier Bäume am Wall' }
const fields = (problems: readonly { field: string | null }[]) => problems.map(({ field }) => field)

describe('judging before sending', () => {
  it('lets through what may be right', () => {
    expect(judgeSignUp(good, wordings)).toEqual([])
    expect(judgeSignIn(good, wordings)).toEqual([])
  })

  it('names everything that is missing at once, in the order of the form', () => {
    expect(fields(judgeSignUp({}, wordings))).toEqual(['pseudonym', 'email', 'password'])
    expect(fields(judgeSignIn({ email: 'linde', password: '' }, wordings))).toEqual(['email', 'password'])
  })

  it('asks of a new password what the server asks, and of an old one nothing', () => {
    expect(fields(judgeSignUp({ ...good, password: 'kurz' }, wordings))).toEqual(['password'])
    expect(fields(judgeSignUp({ ...good, password: good.email }, wordings))).toEqual(['password'])
    expect(judgeSignIn({ ...good, password: 'kurz' }, wordings)).toEqual([])
  })
})
