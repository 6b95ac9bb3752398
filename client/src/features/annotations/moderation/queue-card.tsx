import type { QueueItem, QueueReason } from '@randnotiz/contract/annotations/moderation/queue'
import { Badge } from '@randnotiz/ui/badge'
import { Flag, Hourglass, Scale } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { KindMark } from '../parts/kind-mark.js'
import { HoldReasons } from '../parts/publication-notice.js'

type Props = { item: QueueItem; number: number; total: number; children: ReactNode }

/** Everything it takes to decide about one contribution; the buttons are the children. */
export function QueueCard({ item, number, total, children }: Props) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  const localized = useLocalized()
  const id = useId()
  const { document, quote, answers, words, replacement, author, hiddenBefore, waitingSince } = item
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the list is moved through by keys, and each card takes the focus.
    <article className="queue-card" tabIndex={0} aria-labelledby={id}>
      <header className="queue-card__head">
        <h2 id={id}>{localized(document.title)}</h2>
        <p className="queue-card__meta">
          {t('queue.position', { number, total })} ·{' '}
          <time dateTime={waitingSince} suppressHydrationWarning>
            {t('queue.since', { date: formatDateTime(waitingSince, language) })}
          </time>
        </p>
      </header>
      <div className="queue-card__reasons">
        {item.why.map(reason => (
          <Why key={reason.kind === 'report-objection' ? reason.reportId : reason.kind} reason={reason} />
        ))}
      </div>
      <div className="queue-card__words">
        <KindMark kind={item.kind} />
        {quote !== null && <Labelled label={t('queue.quote')} words={quote} />}
        {answers !== null && <Labelled label={t('queue.answers')} words={answers} />}
        <p className="queue-card__body">{words}</p>
        {replacement !== null && <Labelled label={t('queue.proposal')} words={replacement} />}
        <p className="queue-card__meta">
          {t('queue.by', { author: author.pseudonym })}
          {hiddenBefore > 0 && ` · ${t('queue.hiddenBefore', { count: hiddenBefore })}`}
        </p>
      </div>
      {children}
      <p className="queue-card__meta">
        <Link to={`/texte/${document.slug}#anmerkung-${item.subject.annotationId}`} data-key="open">
          {t('queue.toText')}
        </Link>
      </p>
    </article>
  )
}

function Labelled({ label, words }: { label: string; words: string }) {
  return (
    <blockquote className="queue-card__quote">
      <p className="queue-card__label">{label}</p>
      <p>{words}</p>
    </blockquote>
  )
}

function Why({ reason }: { reason: QueueReason }) {
  const { t } = useTranslation(['moderation', 'annotations'])
  switch (reason.kind) {
    case 'held':
      return (
        <section>
          <Badge tone="warning" icon={<Hourglass aria-hidden="true" size={14} />}>
            {t('queue.held')}
          </Badge>
          <HoldReasons reasons={reason.reasons} />
        </section>
      )
    case 'reported':
      return (
        <section>
          <Badge tone="note" icon={<Flag aria-hidden="true" size={14} />}>
            {t('queue.reported')}
          </Badge>
          <ul className="publication__reasons">
            {reason.reports.map(({ id, rule, explanation }) => (
              <li key={id}>
                <strong>{t('queue.report', { rule: t(`annotations:houseRule.${rule}`) })}</strong>
                <br />
                {explanation}
              </li>
            ))}
          </ul>
        </section>
      )
    case 'objection':
      return (
        <section>
          <Badge tone="accent" icon={<Scale aria-hidden="true" size={14} />}>
            {t('queue.objection')}
          </Badge>
          <p className="queue-card__body">{reason.text}</p>
          {reason.decidedBy !== null && (
            <p className="queue-card__meta">{t('queue.decidedBy', { name: reason.decidedBy })}</p>
          )}
        </section>
      )
    case 'report-objection':
      return (
        <section>
          <Badge tone="accent" icon={<Scale aria-hidden="true" size={14} />}>
            {t('queue.reportObjection')}
          </Badge>
          <p className="queue-card__body">{reason.text}</p>
          <p className="queue-card__meta">
            {t('queue.reportWas', {
              rule: t(`annotations:houseRule.${reason.rule}`),
              explanation: reason.explanation,
            })}
          </p>
          {reason.decidedBy !== null && (
            <p className="queue-card__meta">{t('queue.decidedBy', { name: reason.decidedBy })}</p>
          )}
        </section>
      )
  }
}
