import { getIntakeItem, listIntake } from '@randnotiz/contract/annotations/intake'
import type { IntakeItemId, Slug } from '@randnotiz/contract/kit/ids'
import { ask } from '../../../platform/question.js'

export const intakePath = '/arbeit/eingang'

export const intakeQuestion = (slug: Slug) => ask(listIntake, { params: { slug }, query: {} })

export const intakeItemQuestion = (itemId: IntakeItemId) => ask(getIntakeItem, { params: { itemId } })

/** Where staff type in the points of a letter at passages of a text. */
export const intakeAddress = (slug: string, itemId: IntakeItemId) => `/texte/${slug}?eingang=${itemId}`

/** Where they go on with it. */
export const intakeItemAddress = (itemId: IntakeItemId) => `${intakePath}?eingang=${itemId}`
