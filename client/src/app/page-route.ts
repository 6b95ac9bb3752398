import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Endpoint, EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import type { Result } from '@randnotiz/contract/kit/result'
import type { Language } from '@randnotiz/contract/kit/wire-values'
import type { TFunction } from 'i18next'
import type { Question } from '../platform/question.js'

/** Where the titles of pages stand. */
export const headNamespaces = [
  'app',
  'legal',
  'accounts',
  'exchange',
  'annotations',
  'moderation',
  'notices',
  'versions',
  'workshops',
  'news',
  'following',
  'answers',
  'settings',
  'textImport',
  'participation',
  'intake',
  'accessible',
  'numbers',
  'exports',
  'results',
] as const

export type RouteParams = Readonly<Record<string, string | undefined>>

/** What stands in the browser's title bar and in search results. `status` is 200 when left out. */
export type PageHead = {
  title: string
  description?: string
  status?: 404
  /** An Atom feed that tells of new things on this page. */
  feed?: { title: string; href: string }
}

export type HeadContext = {
  params: RouteParams
  /** What stands behind the question mark. */
  search: URLSearchParams
  language: Language
  t: TFunction<typeof headNamespaces>
  viewer: Viewer
  /** An answer that is already there; undefined when the question has not been asked. */
  answered<E extends Endpoint>(question: Question<E>): Result<EndpointResponse<E>> | undefined
}

export type PrefetchContext = {
  params: RouteParams
  /** What stands behind the question mark. */
  search: URLSearchParams
  /** Asks, and keeps the answer for the page. */
  answer<E extends Endpoint>(question: Question<E>): Promise<Result<EndpointResponse<E>>>
}

/** An address of the product. Its page's code is loaded when somebody comes by. */
export type PageRoute = {
  /** As react-router writes it. */
  path: string
  /** Name of its file in `pages`, whose default export is the page. */
  page: string
  /** Asks whatever the page shows at once, so that it comes complete from the server. */
  prefetch?(context: PrefetchContext): Promise<unknown>
  /** Asked when the answers are there. */
  head(context: HeadContext): PageHead
  /** Where to go instead; null to stay. */
  redirect?(visit: { viewer: Viewer; url: URL }): string | null
  /** `browser` for pages that mean nothing without scripts: the server sends the frame around them. */
  renderedBy: 'server' | 'browser'
  /** `bare` for pages that need the whole window, and bring what stands around them. */
  frame?: 'bare'
  /** What it shows to strangers stays the same for long: it may be kept on the way to them. */
  lasts?: boolean
}
