import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type RefusalCode, refusalCodes } from '@randnotiz/contract/kit/refusals'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { describe, expect, it } from 'vitest'
import { type FormState, nextFormState, problemOf } from './account-form.js'

const empty: FormState = { type: 'ready', problems: [] }
const sending = nextFormState(empty, { type: 'sent' })
const wording = ({ code }: { code: RefusalCode }) => `sentence for ${code}`
const refused = (code: RefusalCode, field?: string) => {
  const result = refuse(code, field === undefined ? {} : { field })
  return nextFormState(sending, { type: 'answered', result, wording })
}

describe('the form of an account', () => {
  it('puts a refusal where it can be mended', () => {
    expect(problemOf(refused('accounts/email-taken'), 'email')).toBe('sentence for accounts/email-taken')
    expect(problemOf(refused('accounts/pseudonym-taken'), 'pseudonym')).not.toBeNull()
    expect(problemOf(refused('accounts/password-too-weak'), 'password')).not.toBeNull()
    expect(problemOf(refused('request/invalid', 'email'), 'email')).not.toBeNull()
  })

  it('never says which half of the credentials was wrong', () => {
    const state = refused('accounts/wrong-credentials')
    expect(problemOf(state, null)).not.toBeNull()
    expect(problemOf(state, 'email') ?? problemOf(state, 'password')).toBeNull()
  })

  it('says something about every refusal there is', () => {
    for (const code of refusalCodes)
      expect(refused(code)).toMatchObject({ problems: [{ text: wording({ code }) }] })
  })

  it('forgets old problems when it is sent again', () => {
    expect(problemOf(nextFormState(refused('accounts/email-taken'), { type: 'sent' }), 'email')).toBeNull()
  })

  it('stays done once it is', () => {
    const result = accept<Viewer>({ kind: 'anonymous' })
    const done = nextFormState(sending, { type: 'answered', result, wording })
    expect(nextFormState(done, { type: 'sent' })).toEqual({ type: 'done' })
  })
})
