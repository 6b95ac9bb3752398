import type { IncomingMessage } from 'node:http'

export type Granted = {
  kind: 'writer' | 'reader'
  userId?: string
  /** Shown at the caret; what a client claims about itself is overwritten with it. */
  name?: string
  colour?: string
  /** Anonymous readers neither see carets nor have one. */
  anonymous?: boolean
  /** Asked again by `refreshAuthorisation`; without it the connection is closed to be authorised anew when it returns. */
  recheck?: () => Promise<Access>
}

export type Refused = { kind: 'refused'; code: 4401 | 4403 | 4404; reason: string }

/** What a connection may do with a document. */
export type Access = Granted | Refused

export type Authorise = (request: IncomingMessage, documentId: string) => Promise<Access> | Access
