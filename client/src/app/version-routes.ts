import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import {
  comparisonQuestion,
  dayQuestion,
  releaseQuestion,
  versionsQuestion,
} from '../features/publishing/versions/version-questions.js'
import { formatDate } from '../platform/i18n/formats.js'
import type { HeadContext, PageHead, PageRoute } from './page-route.js'

type Named = { document: DocumentSummary }

/** The title of a page about versions, in the words that `wording` makes of the document's. */
function headFrom<Answer extends Named>(
  context: HeadContext,
  answer: { ok: true; value: Answer } | { ok: false } | undefined,
  wording: (title: string, value: Answer) => string,
): PageHead {
  if (!answer?.ok) return { title: context.t('notFound.title'), status: 404 }
  const { title, teaser } = answer.value.document
  return { title: wording(title[context.language], answer.value), description: teaser[context.language] }
}

export const versionsRoute: PageRoute = {
  path: '/texte/:slug/fassungen',
  page: 'versions-page',
  prefetch: ({ answer, params }) => answer(versionsQuestion(params.slug ?? '')),
  head: context =>
    headFrom(context, context.answered(versionsQuestion(context.params.slug ?? '')), title =>
      context.t('versions:of', { title }),
    ),
  renderedBy: 'server',
}

const releaseOf = ({ params }: Pick<HeadContext, 'params'>) =>
  releaseQuestion(params.slug ?? '', params.number ?? '')

export const releaseRoute: PageRoute = {
  path: '/texte/:slug/fassungen/:number',
  page: 'release-page',
  prefetch: context => context.answer(releaseOf(context)),
  head: context =>
    headFrom(context, context.answered(releaseOf(context)), (title, { release }) => {
      const { number } = release
      return `${release.title} – ${context.t('versions:release.kicker', { number, document: title })}`
    }),
  renderedBy: 'server',
  lasts: true,
}

const dayOf = ({ params }: Pick<HeadContext, 'params'>) => dayQuestion(params.slug ?? '', params.day ?? '')

export const dayRoute: PageRoute = {
  path: '/texte/:slug/tage/:day',
  page: 'day-page',
  prefetch: context => context.answer(dayOf(context)),
  head: context =>
    headFrom(context, context.answered(dayOf(context)), (title, { version }) => {
      const date = formatDate(`${version.day.slice(0, 10)}T12:00:00Z`, context.language)
      return `${title} – ${context.t('versions:day', { date })}`
    }),
  renderedBy: 'server',
}

const comparisonOf = ({ params, search }: Pick<HeadContext, 'params' | 'search'>) =>
  comparisonQuestion(params.slug ?? '', search)

export const comparisonRoute: PageRoute = {
  path: '/texte/:slug/vergleich',
  page: 'comparison-page',
  prefetch: context => context.answer(comparisonOf(context)),
  head: context =>
    headFrom(context, context.answered(comparisonOf(context)), title =>
      context.t('versions:comparison.title', { title }),
    ),
  renderedBy: 'server',
}
