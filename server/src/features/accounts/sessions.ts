import { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { UserId } from '@randnotiz/contract/kit/ids'
import { isAPIError } from 'better-auth/api'
import type { Auth } from './auth.js'

/** A viewer, and the `Set-Cookie` lines that make the browser theirs. */
export type Opened = { viewer: Viewer; cookies: string[] }

type User = { id: string; name: string; role: string; colour: string; mergedInto?: string | null | undefined }

/** Whose contributions belong to an account by now is nobody any more. */
function viewerFromUser({ id, name: pseudonym, role, colour, mergedInto }: User): Viewer {
  if (mergedInto) return anonymous
  const person = { id, pseudonym, colour }
  return Viewer.parse(role === 'guest' ? { kind: 'guest', ...person } : { kind: 'account', ...person, role })
}

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

  /** For a person whom somebody has judged before. */
  async openFor(userId: UserId): Promise<Opened> {
    const { headers } = await this.#auth.api.openSession({ body: { userId }, returnHeaders: true })
    const cookies = headers.getSetCookie()
    return { viewer: await this.viewerOf(asRequest(cookies)), cookies }
  }

  /** On every device. */
  async endAll(userId: UserId): Promise<void> {
    const { internalAdapter } = await this.#auth.$context
    await internalAdapter.deleteUserSessions(userId)
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
