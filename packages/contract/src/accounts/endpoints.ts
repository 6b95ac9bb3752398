import { z } from 'zod'
import { endpoint, Nothing } from '../kit/endpoint.js'
import { Pseudonym, Viewer } from './viewer.js'

export const getViewer = endpoint({ name: 'getViewer', method: 'GET', path: '/api/viewer', response: Viewer })

export const SignInBody = z.object({ email: z.email().max(254), password: z.string().min(1).max(256) })
export const signIn = endpoint({
  name: 'signIn',
  method: 'POST',
  path: '/api/accounts/sign-in',
  body: SignInBody,
  response: Viewer,
})

/** A password is judged by the server too: at least ten characters. */
export const SignUpBody = z.object({
  email: z.email().max(254),
  pseudonym: Pseudonym,
  password: z.string().min(1).max(256),
})
export const signUp = endpoint({
  name: 'signUp',
  method: 'POST',
  path: '/api/accounts/sign-up',
  body: SignUpBody,
  response: Viewer,
})

export const signOut = endpoint({
  name: 'signOut',
  method: 'POST',
  path: '/api/accounts/sign-out',
  response: Nothing,
})
