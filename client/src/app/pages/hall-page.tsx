import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { HallApp } from '../../features/workshops/hall/hall-app.js'
import { InvitationText } from '../../features/workshops/hall/invitation-text.js'
import { invitationQuestion } from '../../features/workshops/planning/questions.js'
import { useAnswer } from '../../platform/question.js'
import { useInBrowser } from '../../platform/use-in-browser.js'
import { Refused } from '../layout/refused.js'

/** Where a phone comes in. What stands on the invitation can be read without scripts. */
export default function HallPage() {
  const { t } = useTranslation('workshops')
  const { code = '' } = useParams()
  const answer = useAnswer(invitationQuestion(code))
  const alive = useInBrowser()
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  const invitation = answer.value
  return (
    <div className="hall">
      {alive ? (
        <HallApp invitation={invitation} />
      ) : (
        <>
          <header className="hall-bar">
            <h1 className="hall-bar__title">{invitation.title}</h1>
          </header>
          <div className="hall-join">
            <InvitationText invitation={invitation} />
            <noscript>
              <Notice>
                <p>{t('hall.needsScript')}</p>
              </Notice>
            </noscript>
          </div>
        </>
      )}
    </div>
  )
}
