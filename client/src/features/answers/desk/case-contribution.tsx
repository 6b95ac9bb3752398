import type { CasePage } from '@randnotiz/contract/answers/desk'
import { may } from '@randnotiz/domain/accounts/permissions'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { useViewer } from '../../../platform/viewer.js'
import { WordingChange } from '../../annotations/parts/wording-change.js'
import { blackeningPath } from '../exports/exports-questions.js'

/** What is to be answered. */
export function CaseContribution({ page: { annotation, document, chapter } }: { page: CasePage }) {
  const { t } = useTranslation(['answers', 'annotations', 'exports'])
  const localized = useLocalized()
  const language = useLanguage()
  const mayBlacken = may(useViewer(), 'annotation:exchange') === null
  const { id, kind, target, body, reason, instead, replacement, author, support, createdAt } = annotation
  const quote = target.kind === 'passage' ? target.quote.exact : null
  return (
    <section className="case-box case-contribution" aria-label={t('case.contribution')}>
      <p className="desk-row__where">
        <strong>{t(`annotations:kind.${kind}`)}</strong>
        <span>{localized(document.title)}</span>
        {chapter && <span>{chapter.text}</span>}
      </p>
      {quote !== null && replacement === null && <Said label={t('case.quote')} words={quote} />}
      {body !== null && <p className="answer__reason">{body}</p>}
      {reason !== null && <Said label={t('case.reasonOf')} words={reason} />}
      {instead !== null && <Said label={t('case.insteadOf')} words={instead} />}
      {replacement !== null && (
        <div className="answer__words">
          <p className="case-label">{t('case.proposed')}</p>
          <WordingChange before={quote ?? ''} after={replacement} />
        </div>
      )}
      <p className="case-hint">
        {t('desk.byAuthor', { author: author.pseudonym })},{' '}
        <time dateTime={createdAt} suppressHydrationWarning>
          {formatDate(createdAt, language)}
        </time>
        {support.kind === 'shown' && support.count > 0 && ` · ${t('desk.support', { count: support.count })}`}
      </p>
      <p className="case__ways">
        <Link to={`/texte/${document.slug}#anmerkung-${id}`}>{t('case.toText')}</Link>
        {mayBlacken && <Link to={`${blackeningPath}/${id}`}>{t('exports:blacken.title')}</Link>}
      </p>
    </section>
  )
}

function Said({ label, words }: { label: string; words: string }) {
  return (
    <blockquote className="answer__words">
      <p className="case-label">{label}</p>
      <p>{words}</p>
    </blockquote>
  )
}
