import { getParticipation } from '@randnotiz/contract/annotations/participation'
import { ask } from '../../../platform/question.js'

export const participationQuestion = (slug: string) => ask(getParticipation, { params: { slug } })
