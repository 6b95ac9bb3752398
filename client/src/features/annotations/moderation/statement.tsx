import type { ModerationDecision } from '@randnotiz/contract/annotations/moderation/decision'
import { useTranslation } from 'react-i18next'
import { formatDate, formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { DecideObjection } from './decide-objection.js'
import { ObjectionForm } from './objection-form.js'
import './moderation.css'

/** What was decided about which words, by which rule, why, for how long, and what can be done against it. */
export function Statement({ decision }: { decision: ModerationDecision }) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  const localized = useLocalized()
  const { verdict, at, document, words } = decision
  const what = verdict.kind === 'hide' ? 'hidden' : verdict.kind === 'restore' ? 'restored' : 'approved'
  return (
    <div className="statement">
      <p className="lead">
        {t(`statement.${what}`, { document: localized(document.title), date: formatDateTime(at, language) })}
      </p>
      <section aria-labelledby="statement-words">
        <h2 id="statement-words">{t('statement.words')}</h2>
        <blockquote className="queue-card__quote queue-card__body">{words}</blockquote>
      </section>
      {verdict.kind === 'hide' && <Reasons decision={decision} verdict={verdict} />}
      {decision.by.decision !== null && (
        <p className="queue-card__meta">{t('statement.by', { name: decision.by.decision })}</p>
      )}
      <ObjectionPart decision={decision} />
    </div>
  )
}

type Hide = Extract<ModerationDecision['verdict'], { kind: 'hide' }>

function Reasons({ decision, verdict }: { decision: ModerationDecision; verdict: Hide }) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const language = useLanguage()
  const { origin, subject } = decision
  const origins = { hold: 'originHold', report: 'originReport', 'own-initiative': 'originOwn' } as const
  return (
    <dl className="statement__reasons">
      <dt>{t('statement.rule')}</dt>
      <dd>{t(`annotations:houseRule.${verdict.rule}`)}</dd>
      <dt>{t('statement.facts')}</dt>
      <dd className="queue-card__body">{verdict.facts}</dd>
      <dt>{t('statement.scope')}</dt>
      <dd>{t(subject.replyId === null ? 'statement.scopeContribution' : 'statement.scopeReply')}</dd>
      <dt>{t('statement.duration')}</dt>
      <dd>
        <DurationText duration={verdict.duration} />
      </dd>
      <dt>{t('statement.origin')}</dt>
      <dd>{t(`statement.${origins[origin]}`)}</dd>
      <dt>{t('statement.remedy')}</dt>
      <dd>{t('statement.remedyText', { date: formatDate(decision.objectUntil, language) })}</dd>
    </dl>
  )
}

function DurationText({ duration }: { duration: Hide['duration'] }) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  switch (duration.lasts) {
    case 'until-edited':
      return t('statement.untilEdited')
    case 'until':
      return t('statement.until', { date: formatDateTime(duration.moment, language) })
    case 'for-good':
      return t('statement.forGood')
  }
}

function ObjectionPart({ decision }: { decision: ModerationDecision }) {
  const { t } = useTranslation('moderation')
  const language = useLanguage()
  const { objection, may } = decision
  if (objection === null) return may.object ? <ObjectionForm decisionId={decision.id} /> : null
  return (
    <section className="statement__objection" aria-labelledby="statement-objection">
      <h2 id="statement-objection">{t('objection.title')}</h2>
      <blockquote className="queue-card__quote queue-card__body">{objection.text}</blockquote>
      {objection.outcome === null ? (
        <p role="status">
          {may.decideObjection || decision.by.decision !== null
            ? t('objection.openForOthers', { date: formatDateTime(objection.at, language) })
            : t('objection.open')}
        </p>
      ) : (
        <>
          <p>
            <strong>{t(`objection.${objection.outcome.result}`)}</strong>
          </p>
          <p className="queue-card__body">{objection.outcome.reason}</p>
        </>
      )}
      {may.decideObjection && <DecideObjection decisionId={decision.id} />}
    </section>
  )
}
