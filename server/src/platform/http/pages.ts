import { join } from 'node:path'
import type { CallEndpoint, RenderedPage } from '@randnotiz/contract/kit/page'
import express, { type ErrorRequestHandler, type RequestHandler, Router } from 'express'
import type { ClientBundle } from './client-bundle.js'
import type { EndpointTable } from './endpoint-table.js'
import { languageCookie, languageOf } from './language.js'
import type { ReadContext } from './read-context.js'

export type PagesParts = {
  bundle: ClientBundle | null
  endpoints: EndpointTable
  readContext: ReadContext
  https: boolean
  log: { error(details: object, message: string): void }
}

/** Every address that is not an endpoint, rendered here so that it reads without JavaScript. */
export function createPages(parts: PagesParts): Router {
  const router = Router()
  const { bundle } = parts
  if (bundle === null) {
    router.get('/{*path}', (_request, response) => {
      response.status(503).type('text/plain').send('The pages have not been built yet: npm run build')
    })
    return router
  }
  router.use(
    '/assets',
    // Their names carry a hash of their content.
    express.static(join(bundle.browserDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  // The template itself is no page.
  router.get('/index.html', (_request, response) => response.redirect(301, '/'))
  router.use(express.static(bundle.browserDir, { index: false, maxAge: '1h' }))
  router.get('/{*path}', renderPage(parts, bundle))
  router.use(apologise(parts.log))
  return router
}

const apology =
  'Das hat nicht geklappt. Bitte versuchen Sie es gleich noch einmal.\n' +
  'Something went wrong. Please try again in a moment.\n'

/** A page that cannot be rendered cannot render its error either. */
function apologise(log: PagesParts['log']): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent || !request.accepts('html') || statusOf(error) < 500) return next(error)
    log.error({ error, path: request.path }, 'a page could not be rendered')
    response.status(503).setHeader('Cache-Control', 'no-store').type('text/plain').send(apology)
  }
}

const statusOf = (error: unknown) =>
  error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500

/** Vary by cookie and language stands: who signs in gets a page of their own. */
const lastingPage = 'public, max-age=300'

function renderPage({ endpoints, readContext, https }: PagesParts, bundle: ClientBundle): RequestHandler {
  return async (request, response, next) => {
    if (!request.accepts('html')) return next()
    const context = await readContext(request, response)
    const { language, chosen } = languageOf(request)
    if (chosen) context.setCookies([languageCookie(language, https)])
    const call: CallEndpoint = (endpoint, input) => endpoints.call(endpoint, input, context)
    const page = { url: request.originalUrl, language, viewer: context.viewer }
    const rendered = await bundle.renderPage(page, call)
    response.setHeader('Cache-Control', 'private, no-cache')
    response.vary('Cookie, Accept-Language')
    if (rendered.kind === 'redirect') return response.redirect(302, rendered.location)
    if (rendered.lasts && !chosen) response.setHeader('Cache-Control', lastingPage)
    response
      .status(rendered.status)
      .type('html')
      .send(fillTemplate(bundle.template, language, rendered))
  }
}

type Page = Extract<RenderedPage, { kind: 'page' }>

/** Puts the parts in place. One pass, so that a text that looks like a placeholder stays a text. */
export function fillTemplate(template: string, language: string, page: Page): string {
  const parts: Record<string, string> = {
    '%lang%': language,
    '<!--head-->': page.head,
    '<!--app-->': page.app,
    '<!--state-->': page.state,
  }
  return template.replace(/%lang%|<!--(?:head|app|state)-->/g, placeholder => parts[placeholder] ?? '')
}
