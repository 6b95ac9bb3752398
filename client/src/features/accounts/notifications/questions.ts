import { getNotices, getNotificationSettings, getOutbox } from '@randnotiz/contract/accounts/notice-endpoints'
import { ask } from '../../../platform/question.js'

export const noticesQuestion = ask(getNotices)
export const notificationSettingsQuestion = ask(getNotificationSettings)
export const outboxQuestion = ask(getOutbox)
