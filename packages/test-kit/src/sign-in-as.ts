import { signIn } from '@randnotiz/contract/accounts/endpoints'

/** The demo's accounts share one password; `npm start` prints it too. */
export const demoPassword = 'randnotiz-demo'

/** Signs in over HTTP and answers the `Cookie` header of the session. */
export async function signInAs(url: string, email: string): Promise<string> {
  const response = await fetch(url + signIn.path, {
    method: signIn.method,
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ email, password: demoPassword }),
  })
  if (!response.ok)
    throw new Error(`sign-in of ${email} answered ${response.status}: ${await response.text()}`)
  return response.headers
    .getSetCookie()
    .map(cookie => cookie.split(';')[0])
    .join('; ')
}
