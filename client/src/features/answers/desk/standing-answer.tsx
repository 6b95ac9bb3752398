import type { Answer, Change } from '@randnotiz/contract/answers/answer'
import type { Point } from '@randnotiz/contract/answers/case'
import { useTranslation } from 'react-i18next'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { WordingChange } from '../../annotations/parts/wording-change.js'
import { OutcomeSign } from '../public/outcome-sign.js'

/** The answer as everybody will read it, with the change that it names; nothing while none is written. */
export function StandingAnswer({ point: { work } }: { point: Point }) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  if (!('answer' in work)) return null
  const { writtenBy, writtenAt } = work
  const by = t('case.writtenBy', { name: writtenBy.pseudonym, at: formatDateTime(writtenAt, language) })
  const released =
    'releasedBy' in work ? ` · ${t('case.releasedBy', { name: work.releasedBy.pseudonym })}` : ''
  return <AnswerWords answer={work.answer} small={by + released} />
}

/** What everybody reads while a better answer is being written. */
export function PublishedAnswer({ answer }: { answer: Answer }) {
  const { t } = useTranslation('answers')
  return (
    <section className="case-box" aria-label={t('case.published')}>
      <h3>{t('case.published')}</h3>
      <AnswerWords answer={answer} small={null} />
    </section>
  )
}

function AnswerWords({
  answer: { outcome, reason, change },
  small,
}: {
  answer: Answer
  small: string | null
}) {
  return (
    <div className="answer__point standing-answer">
      <p className="answer__outcome">
        <OutcomeSign outcome={outcome} />
      </p>
      <p className="answer__reason">{reason}</p>
      {change && <ChangeShown change={change} />}
      {small !== null && <p className="answer__small">{small}</p>}
    </div>
  )
}

/** Old and new in one text, so that whoever releases the answer has seen what it points to. */
export function ChangeShown({ change: { before, after } }: { change: Pick<Change, 'before' | 'after'> }) {
  const { t } = useTranslation('answers')
  return (
    <div className="standing-answer__change">
      <p className="case-label">{t(before === null ? 'case.changePlace' : 'case.changeShown')}</p>
      {before === null ? <p>{after}</p> : <WordingChange before={before} after={after} context={120} />}
    </div>
  )
}
