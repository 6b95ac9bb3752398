import { reasonLimit } from '@randnotiz/contract/answers/answer'
import type { Point } from '@randnotiz/contract/answers/case'
import type { CasePage } from '@randnotiz/contract/answers/desk'
import { writeAnswer } from '@randnotiz/contract/answers/endpoints'
import { forwardedToLimit, OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { fillTextBlock } from '@randnotiz/domain/answers/fill-text-block'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDate } from '../../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { OutcomeSign } from '../public/outcome-sign.js'
import { ChangeField } from './change-field.js'
import { claimFrom, keepTyped, readTyped, type Typed, typedFrom } from './kept-draft.js'
import { useAskDeskAgain } from './use-desk-live.js'

type Props = { page: CasePage; point: Point }

/**
 * What the city will say to a point. What was typed stays when a colleague was faster: the form is never filled anew
 * under somebody's hands.
 */
export function AnswerForm({ page, point }: Props) {
  const { t } = useTranslation('answers')
  const askAgain = useAskDeskAgain()
  const deed = useDeed(writeAnswer)
  const name = { annotationId: page.annotation.id, number: point.number }
  const [typed, setTyped] = useState(() => typedFrom(point))
  const [tried, setTried] = useState(false)
  const [saved, setSaved] = useState(false)
  const [dirty, setDirty] = useState(false)
  const current = { writtenAt: writtenAtOf(point), version: page.case.version }
  const [seen, setSeen] = useState(current)
  const moved = seen.writtenAt !== current.writtenAt
  // Nobody has typed anything: what a colleague has written is shown at once.
  if (moved && !dirty) {
    setTyped(typedFrom(point))
    setSeen(current)
  }
  // Only in the browser: what is kept there is not part of the page that the server sent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once.
  useEffect(() => {
    const kept = readTyped(name)
    if (kept) {
      setTyped(kept)
      setDirty(true)
    }
  }, [])
  const change = (changed: Partial<Typed>) => {
    const next = { ...typed, ...changed }
    setTyped(next)
    setSaved(false)
    setDirty(true)
    keepTyped(name, next)
  }
  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const answer = claimFrom(typed)
    if (answer === null) return
    // Where a colleague has written meanwhile, the server says no to the version that was seen before.
    const { version } = moved ? seen : current
    const result = await deed.run({
      body: { point: { ...name, version }, edition: page.annotation.edition, answer },
    })
    if (result.ok) {
      keepTyped(name, null)
      setSaved(true)
      setDirty(false)
    }
    await askAgain()
  }
  const wrong = (bad: boolean) => (tried && bad ? t('case.missing') : null)
  const outcomes = OutcomeKind.options.map(value => ({ value, label: t(`outcome.${value}`) }))
  return (
    <form className="case-form" onSubmit={event => void save(event)} noValidate>
      <Select
        label={t('case.outcome')}
        value={typed.kind}
        error={wrong(typed.kind === '')}
        onChange={event => change({ kind: event.target.value })}
        options={[{ value: '', label: t('case.choose') }, ...outcomes]}
      />
      {typed.kind === 'forwarded' && (
        <TextField
          label={t('case.to')}
          value={typed.to}
          maxLength={forwardedToLimit}
          error={wrong(typed.to.trim() === '')}
          onChange={event => change({ to: event.target.value })}
        />
      )}
      <TextBlockChoice
        page={page}
        kind={typed.kind}
        onChoose={text => change({ reason: [typed.reason.trim(), text].filter(Boolean).join('\n\n') })}
      />
      <TextArea
        label={t('case.reason')}
        hint={t('case.reasonHint', { limit: reasonLimit })}
        rows={7}
        maxLength={reasonLimit}
        value={typed.reason}
        error={wrong(typed.reason.trim() === '')}
        onChange={event => change({ reason: event.target.value })}
      />
      <ChangeField page={page} change={typed.change} onChange={claim => change({ change: claim })} />
      <DeedProblem state={deed.state} />
      {moved && <ColleagueWrote point={point} onSeen={() => setSeen(current)} />}
      {saved && (
        <Notice tone="success" role="status">
          <p>{t('case.saved')}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button type="submit" look="primary" busy={deed.state.type === 'under-way' ? t('case.saving') : null}>
          {t('case.save')}
        </Button>
      </div>
    </form>
  )
}

const writtenAtOf = ({ work }: Point) => ('writtenAt' in work ? work.writtenAt : null)

/** What a colleague has written while somebody was typing; their own words stay in the form. */
function ColleagueWrote({ point: { work }, onSeen }: { point: Point; onSeen(): void }) {
  const { t } = useTranslation('answers')
  return (
    <Notice tone="warning" role="alert" title={t('case.changedMeanwhile')}>
      {'answer' in work && (
        <>
          <p>
            {t('desk.writtenBy', { name: work.writtenBy.pseudonym })}:{' '}
            <OutcomeSign outcome={work.answer.outcome} />
          </p>
          <p className="answer__reason">{work.answer.reason}</p>
        </>
      )}
      <Button look="secondary" size="small" onClick={onSeen}>
        {t('case.seen')}
      </Button>
    </Notice>
  )
}

type BlockProps = { page: CasePage; kind: string; onChoose(text: string): void }

function TextBlockChoice({ page, kind, onChoose }: BlockProps) {
  const { t } = useTranslation('answers')
  const language = useLanguage()
  const localized = useLocalized()
  const { settings, document, chapter, annotation } = page
  const fitting = settings.textBlocks.filter(
    ({ outcome }) => kind === '' || outcome === null || outcome === kind,
  )
  if (fitting.length === 0) return null
  function choose(id: string) {
    const block = fitting.find(one => one.id === id)
    if (!block) return
    const { target, author } = annotation
    onChoose(
      fillTextBlock(block.text, {
        dokument: localized(document.title),
        kapitel: chapter?.text ?? localized(document.title),
        name: author.pseudonym,
        zitat: target.kind === 'passage' ? target.quote.exact : '',
        datum: formatDate(new Date(), language),
      }),
    )
  }
  return (
    <Select
      label={t('case.textBlock')}
      value=""
      onChange={event => choose(event.target.value)}
      options={[
        { value: '', label: t('case.noBlock') },
        ...fitting.map(({ id, title }) => ({ value: id, label: title })),
      ]}
    />
  )
}
