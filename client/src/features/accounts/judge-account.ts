import { SignUpBody } from '@randnotiz/contract/accounts/endpoints'
import { isPasswordStrongEnough } from '@randnotiz/domain/accounts/password'
import type { AccountField, Problem } from './account-form.js'

type Values = Readonly<Record<string, unknown>>
type Wordings = { email: string; password: string; pseudonym: string }

const { email, pseudonym } = SignUpBody.shape

/** What can be said about a sign-in before it is sent: that something is missing. */
export function judgeSignIn(values: Values, wordings: Omit<Wordings, 'pseudonym'>): readonly Problem[] {
  return problemsIn({
    email: email.safeParse(values.email).success ? null : wordings.email,
    password: textOf(values.password) === '' ? wordings.password : null,
  })
}

/** The same rules as on the server, so that nobody waits for an answer they can have at once. */
export function judgeSignUp(values: Values, wordings: Wordings): readonly Problem[] {
  const own = [textOf(values.email), textOf(values.pseudonym)]
  return problemsIn({
    pseudonym: pseudonym.safeParse(values.pseudonym).success ? null : wordings.pseudonym,
    email: email.safeParse(values.email).success ? null : wordings.email,
    password: isPasswordStrongEnough(textOf(values.password), own) ? null : wordings.password,
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function problemsIn(judgements: Partial<Record<AccountField, string | null>>): readonly Problem[] {
  const fields: readonly AccountField[] = ['pseudonym', 'email', 'password']
  return fields.flatMap(field => {
    const text = judgements[field]
    return text ? [{ field, text }] : []
  })
}
