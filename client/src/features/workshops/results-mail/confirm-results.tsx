import { confirmResults, forgetResults } from '@randnotiz/contract/workshops/results-mail'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'

type Step = { type: 'asked' } | { type: 'kept' | 'sent'; title: string } | { type: 'forgotten' }

/** What the link of the mail asks for is done by a press, because mail programs follow links by themselves. */
export function ConfirmResults({ token }: { token: string }) {
  const { t } = useTranslation('workshops')
  const confirm = useDeed(confirmResults)
  const forget = useDeed(forgetResults)
  const [step, setStep] = useState<Step>({ type: 'asked' })
  const underWay = t('resultsMail.underWay')
  async function agree() {
    const answer = await confirm.run({ body: { token } })
    if (answer.ok) setStep({ type: answer.value.state, title: answer.value.title })
  }
  async function takeBack() {
    if ((await forget.run({ body: { token } })).ok) setStep({ type: 'forgotten' })
  }
  switch (step.type) {
    case 'asked':
      return (
        <>
          <p className="lead">{t('resultsMail.text')}</p>
          <DeedProblem state={confirm.state} />
          <p>
            <Button
              look="primary"
              busy={confirm.state.type === 'under-way' ? underWay : null}
              onClick={() => void agree()}
            >
              {t('resultsMail.confirm')}
            </Button>
          </p>
        </>
      )
    case 'kept':
      return (
        <>
          <Notice tone="success" role="status">
            <p>{t('resultsMail.kept', { title: step.title })}</p>
          </Notice>
          <DeedProblem state={forget.state} />
          <p>
            <Button
              busy={forget.state.type === 'under-way' ? underWay : null}
              onClick={() => void takeBack()}
            >
              {t('resultsMail.forget')}
            </Button>
          </p>
        </>
      )
    case 'sent':
      return (
        <Notice tone="success" role="status">
          <p>{t('resultsMail.sent', { title: step.title })}</p>
        </Notice>
      )
    case 'forgotten':
      return (
        <Notice tone="success" role="status">
          <p>{t('resultsMail.forgotten')}</p>
        </Notice>
      )
  }
}
