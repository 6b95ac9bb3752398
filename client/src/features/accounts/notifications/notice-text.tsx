import type { NoticeEvent } from '@randnotiz/contract/accounts/notices'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'

/** Where an event is to be seen. */
export function noticePath(event: NoticeEvent): string {
  switch (event.kind) {
    case 'news':
    case 'crew':
      return event.path
    case 'released':
      return `/texte/${event.document.slug}/fassungen/${event.number}`
    case 'phase':
      return '/#phasen'
    case 'objection-decided':
      return `/moderation/${event.decisionId}`
    case 'moderated':
      return event.result === 'hidden' ? `/moderation/${event.decisionId}` : contributionPath(event)
    case 'mentioned':
      return `/arbeit/beitraege/${event.annotationId}`
    case 'replied':
    case 'outcome':
    case 'held':
    case 'report-decided':
      return contributionPath(event)
  }
}

const contributionPath = ({ document, annotationId }: Extract<NoticeEvent, { annotationId: unknown }>) =>
  `/texte/${document.slug}#anmerkung-${annotationId}`

/** What happened, in a sentence. */
export function NoticeText({ event }: { event: NoticeEvent }) {
  const { t } = useTranslation('notices')
  const localized = useLocalized()
  if (event.kind === 'news')
    return t('event.news', { process: localized(event.process.title), headline: localized(event.headline) })
  if (event.kind === 'crew') return t('event.crew', { by: event.by, workshop: event.workshop })
  if (event.kind === 'phase')
    return t(`event.${event.change}`, {
      process: localized(event.process.title),
      phase: localized(event.phase),
    })
  const document = localized(event.document.title)
  switch (event.kind) {
    case 'replied':
      return t('event.replied', { by: event.by, document })
    case 'outcome':
      return t(event.as === 'author' ? 'event.outcome' : 'event.supported', {
        outcome: localized(event.outcome),
        document,
      })
    case 'mentioned':
      return t('event.mentioned', { by: event.by, document })
    case 'released':
      return t('event.released', { document, title: event.title })
    case 'held':
      return t('event.held', { document })
    case 'moderated':
    case 'objection-decided':
    case 'report-decided':
      return t(`event.${event.result}`, { document })
  }
}
