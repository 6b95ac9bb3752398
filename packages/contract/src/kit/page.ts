import type { Viewer } from '../accounts/viewer.js'
import type { Endpoint, EndpointInput, EndpointResponse } from './endpoint.js'
import type { Result } from './result.js'
import type { Language } from './wire-values.js'

/**
 * How a page reaches a browser without JavaScript. The client's server bundle exports one `RenderPage`; the server
 * calls it for every address that is not an endpoint, with `call` reaching the very deeds that the REST mount
 * reaches, so that the page and the API can never disagree.
 */
export type RenderPage = (request: PageRequest, call: CallEndpoint) => Promise<RenderedPage>

export type PageRequest = {
  /** Path and query, e.g. `/texte/mobile-stadt?lang=en`. */
  url: string
  language: Language
  viewer: Viewer
}

/** Asks an endpoint on behalf of the viewer. */
export type CallEndpoint = <E extends Endpoint>(
  endpoint: E,
  input: EndpointInput<E>,
) => Promise<Result<EndpointResponse<E>>>

export type RenderedPage =
  | { kind: 'redirect'; location: string }
  | {
      kind: 'page'
      /** HTTP status: 200, 404, or 503 when an endpoint gave no answer. */
      status: number
      /** May be kept for a few minutes on the way to people without an account. */
      lasts: boolean
      /** For `<head>`: title, description, preloads. */
      head: string
      /** The content of `<div id="app">`. */
      app: string
      /** JSON for `<script type="application/json" id="state">`, already safe inside HTML. */
      state: string
    }
