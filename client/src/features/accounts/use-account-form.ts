import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import { type Result, refuse } from '@randnotiz/contract/kit/result'
import { type FormEvent, type RefObject, useEffect, useReducer, useRef } from 'react'
import { useSearchParams } from 'react-router'
import type { z } from 'zod'
import { useRefusalText } from '../../platform/refusal-text.js'
import { accountFields, type FormState, nextFormState, type Problem } from './account-form.js'
import { returnAddress } from './addresses.js'

type Parts<Body extends z.ZodType> = {
  body: Body
  /** What to say about a body that cannot be right, before anything is sent. */
  judge(values: Record<string, unknown>): readonly Problem[]
  send(body: z.output<Body>): Promise<Result<Viewer>>
}

export type AccountForm = {
  state: FormState
  form: RefObject<HTMLFormElement | null>
  submit(event: FormEvent): void
}

/**
 * Sends a form of accounts and goes on to where the person came from. That is a new page from the server on purpose:
 * every answer in the cache and the socket belong to whoever was here before.
 */
export function useAccountForm<Body extends z.ZodType>({ body, judge, send }: Parts<Body>): AccountForm {
  const [state, step] = useReducer(nextFormState, { type: 'ready', problems: [] })
  const form = useRef<HTMLFormElement>(null)
  const [query] = useSearchParams()
  const wording = useRefusalText()

  useEffect(() => {
    // In place of this page: the way back does not lead to a form that has done its work.
    if (state.type === 'done') window.location.replace(returnAddress(query))
    if (state.type === 'ready' && form.current) focusFirstProblem(form.current, state.problems)
  }, [state, query])

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (form.current === null || state.type !== 'ready') return
    const values = Object.fromEntries(new FormData(form.current))
    const problems = judge(values)
    if (problems.length > 0) return step({ type: 'found-wanting', problems })
    const parsed = body.safeParse(values)
    if (!parsed.success) return step({ type: 'found-wanting', problems: [unreadable(wording)] })
    step({ type: 'sent' })
    step({ type: 'answered', result: await send(parsed.data).catch(noAnswer), wording })
  }

  return { state, form, submit: event => void submit(event) }
}

/** A bug, which goes to the console; the person gets the form back. */
function noAnswer(error: unknown): Result<never> {
  reportError(error)
  return refuse('server/unavailable')
}

const unreadable = (wording: (refusal: Refusal) => string): Problem => ({
  field: null,
  text: wording({ code: 'request/invalid' }),
})

/** Puts people where they can do something about it: the first wrong field, or the sentence above all of them. */
function focusFirstProblem(form: HTMLFormElement, problems: readonly Problem[]) {
  if (problems.length === 0) return
  const field = accountFields.find(name => problems.some(problem => problem.field === name))
  const control = field === undefined ? null : form.elements.namedItem(field)
  if (control instanceof HTMLElement) control.focus()
  else form.querySelector<HTMLElement>('[role=alert]')?.focus()
}
