import { reportContribution } from '@randnotiz/contract/annotations/moderation/endpoints'
import { explanationLimit } from '@randnotiz/contract/annotations/moderation/report'
import type { ModerationSubject } from '@randnotiz/contract/annotations/moderation/subject'
import { HouseRule } from '@randnotiz/contract/annotations/publication'
import { CommandId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { z } from 'zod'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

const Email = z.email()

/** Tells the moderators of a contribution; for everybody, without an account. */
export function ReportForm({ subject, slug }: { subject: ModerationSubject; slug: string }) {
  const { t } = useTranslation(['moderation', 'annotations'])
  const deed = useDeed(reportContribution)
  const [rule, setRule] = useState<HouseRule>('insult')
  const [explanation, setExplanation] = useState('')
  const [email, setEmail] = useState('')
  const [website, setWebsite] = useState('')
  const [tried, setTried] = useState(false)
  const [code, setCode] = useState<string | null>(null)
  const [commandId] = useState(() => CommandId.parse(crypto.randomUUID()))
  const missing = explanation.trim() === ''
  const wrongEmail = email.trim() !== '' && !Email.safeParse(email.trim()).success

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (missing || wrongEmail) return
    const address = email.trim() === '' ? null : email.trim()
    const body = { commandId, subject, rule, explanation, email: address, website }
    const result = await deed.run({ body })
    if (result.ok) setCode(result.value.code)
  }

  if (code !== null) return <Receipt code={code} slug={slug} />
  return (
    <form className="report-form" onSubmit={event => void submit(event)} noValidate>
      <Select
        label={t('report.rule')}
        value={rule}
        onChange={event => setRule(HouseRule.parse(event.target.value))}
        options={HouseRule.options.map(value => ({ value, label: t(`annotations:houseRule.${value}`) }))}
      />
      <TextArea
        label={t('report.explanation')}
        value={explanation}
        maxLength={explanationLimit}
        error={tried && missing ? t('report.explanationMissing') : null}
        onChange={event => setExplanation(event.target.value)}
      />
      <TextField
        label={t('report.email')}
        hint={t('report.emailHint')}
        type="email"
        autoComplete="email"
        value={email}
        error={tried && wrongEmail ? t('report.emailWrong') : null}
        onChange={event => setEmail(event.target.value)}
      />
      <div className="report-form__trap" aria-hidden="true">
        <TextField
          label={t('report.website')}
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={website}
          onChange={event => setWebsite(event.target.value)}
        />
      </div>
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={deed.state.type === 'under-way' ? t('report.underWay') : null}
        >
          {t('report.submit')}
        </Button>
      </div>
    </form>
  )
}

function Receipt({ code, slug }: { code: string; slug: string }) {
  const { t } = useTranslation('moderation')
  const notice = useRef<HTMLDivElement>(null)
  useEffect(() => notice.current?.focus(), [])
  return (
    <Notice tone="success" title={t('report.sent')} role="status" tabIndex={-1} ref={notice}>
      <p>{t('report.code')}</p>
      <p className="report-form__code">{code}</p>
      <p>{t('report.keep')}</p>
      <p>
        <Link to={`/meldung?code=${code}`}>{t('report.toState')}</Link> ·{' '}
        <Link to={`/texte/${slug}`}>{t('report.back')}</Link>
      </p>
    </Notice>
  )
}
