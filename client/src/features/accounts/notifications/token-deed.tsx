import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import type { DeedState } from '../../../platform/use-deed.js'

type Props = {
  what: 'confirm' | 'unsubscribe'
  state: DeedState
  run(): Promise<{ ok: boolean }>
}

/** What a link in a mail asks for is done by a press, because mail programs follow links by themselves. */
export function TokenDeed({ what, state, run }: Props) {
  const { t } = useTranslation('notices')
  const [done, setDone] = useState(false)
  if (done) return <Notice tone="success" role="status" title={t(`${what}.done`)} />
  return (
    <>
      <p className="lead">{t(`${what}.text`)}</p>
      <DeedProblem state={state} />
      <p>
        <Button
          look="primary"
          busy={state.type === 'under-way' ? t('mail.underWay') : null}
          onClick={() => void run().then(({ ok }) => setDone(ok))}
        >
          {t(`${what}.action`)}
        </Button>
      </p>
    </>
  )
}
