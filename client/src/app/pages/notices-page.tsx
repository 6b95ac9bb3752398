import { useTranslation } from 'react-i18next'
import { FollowedList } from '../../features/accounts/following/followed-list.js'
import { NoticeList } from '../../features/accounts/notifications/notice-list.js'
import { NoticeSettings } from '../../features/accounts/notifications/notice-settings.js'
import {
  noticesQuestion,
  notificationSettingsQuestion,
} from '../../features/accounts/notifications/questions.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'

/** What has happened that concerns one, and how one wants to be told. */
export default function NoticesPage() {
  const { t } = useTranslation('notices')
  const notices = useAnswer(noticesQuestion)
  const settings = useAnswer(notificationSettingsQuestion)
  if (!notices.ok) return <Refused refusal={notices.refusal} />
  if (!settings.ok) return <Refused refusal={settings.refusal} />
  return (
    <div className="column page">
      <h1>{t('title')}</h1>
      <NoticeList page={notices.value} />
      <FollowedList />
      <NoticeSettings settings={settings.value} />
    </div>
  )
}
