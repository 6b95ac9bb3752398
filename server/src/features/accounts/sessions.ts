import { Viewer } from '@randnotiz/contract/accounts/viewer'
import { isAPIError } from 'better-auth/api'
import type { Auth } from './auth.js'

/** A viewer, and the `Set-Cookie` lines that make the browser theirs. */
export type Opened = { viewer: Viewer; cookies: string[] }

type User = { id: string; name: string; role: string; colour: string }

const viewerFromUser = ({ id, name: pseudonym, role, colour }: User): Viewer =>
  Viewer.parse({ kind: 'account', id, pseudonym, role, colour })

const anonymous: Viewer = { kind: 'anonymous' }

/** Sessions in cookies: opened by password, read, prolonged and closed. */
export class Sessions {
  #auth: Auth

  constructor(auth: Auth) {
    this.#auth = auth
  }

  /** Whose session is in the cookies. Nothing is prolonged, so that it may be asked without an answer to write to. */
  async viewerOf(headers: Headers): Promise<Viewer> {
    if (!headers.has('cookie')) return anonymous
    const session = await this.#auth.api.getSession({ headers, query: { disableRefresh: true } })
    return session ? viewerFromUser(session.user) : anonymous
  }

  /** Prolongs a session that is older than a day. */
  async prolong(headers: Headers): Promise<string[]> {
    if (!headers.has('cookie')) return []
    const prolonged = await this.#auth.api.getSession({ headers, returnHeaders: true })
    return prolonged.headers.getSetCookie()
  }

  /** Null when address and password do not belong together, whichever of them is wrong. */
  async open(email: string, password: string): Promise<Opened | null> {
    try {
      const { headers } = await this.#auth.api.signInEmail({ body: { email, password }, returnHeaders: true })
      const cookies = headers.getSetCookie()
      return { viewer: await this.viewerOf(asRequest(cookies)), cookies }
    } catch (error) {
      if (isAPIError(error) && error.statusCode === 401) return null
      throw error
    }
  }

  async close(headers: Headers): Promise<string[]> {
    const closed = await this.#auth.api.signOut({ headers, returnHeaders: true })
    return closed.headers.getSetCookie()
  }
}

/** The headers with which a browser would come back. */
function asRequest(setCookies: readonly string[]): Headers {
  return new Headers({ cookie: setCookies.map(line => line.split(';', 1)[0]).join('; ') })
}
