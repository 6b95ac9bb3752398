import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Refusal, RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { Result } from '@randnotiz/contract/kit/result'

/** The fields that sign-in and sign-up are made of. */
export const accountFields = ['pseudonym', 'email', 'password'] as const
export type AccountField = (typeof accountFields)[number]

/** What stands in the way: something about one field, or about the whole. */
export type Problem = { field: AccountField; text: string } | { field: null; text: string }

export type FormState =
  | { type: 'ready'; problems: readonly Problem[] }
  | { type: 'sending' }
  /** Signed in; the next page is on its way. */
  | { type: 'done' }

export type FormEvent =
  | { type: 'found-wanting'; problems: readonly Problem[] }
  | { type: 'sent' }
  | { type: 'answered'; result: Result<Viewer>; wording(refusal: Refusal): string }

export function nextFormState(state: FormState, event: FormEvent): FormState {
  if (state.type === 'done') return state
  switch (event.type) {
    case 'found-wanting':
      return { type: 'ready', problems: event.problems }
    case 'sent':
      return { type: 'sending' }
    case 'answered': {
      if (event.result.ok) return { type: 'done' }
      const { refusal } = event.result
      return { type: 'ready', problems: [{ field: fieldOf(refusal), text: event.wording(refusal) }] }
    }
  }
}

const fieldOfCode: Partial<Record<RefusalCode, AccountField>> = {
  'accounts/email-taken': 'email',
  'accounts/pseudonym-taken': 'pseudonym',
  'accounts/password-too-weak': 'password',
}

function fieldOf({ code, field }: Refusal): AccountField | null {
  return accountFields.find(known => known === field) ?? fieldOfCode[code] ?? null
}

/** The sentence under a field, or above all of them. */
export function problemOf(state: FormState, field: AccountField | null): string | null {
  if (state.type !== 'ready') return null
  return state.problems.find(problem => problem.field === field)?.text ?? null
}
