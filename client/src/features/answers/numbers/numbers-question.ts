import { getProcessNumbers } from '@randnotiz/contract/answers/numbers'
import type { Slug } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

export const numbersQuestion = (slug: Slug) => ask(getProcessNumbers, { params: { slug } })
