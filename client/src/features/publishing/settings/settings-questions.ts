import { getProcessDesk } from '@randnotiz/contract/publishing/settings-endpoints'
import { ask } from '../../../platform/question.js'

export const processDeskPath = '/arbeit/prozess'

export const processDeskQuestion = (slug: string) => ask(getProcessDesk, { params: { slug } })
