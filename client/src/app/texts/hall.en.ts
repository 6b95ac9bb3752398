import { kindTextsEn } from '../../features/annotations/kind-texts.en.js'
import { hallTextsEn } from '../../features/workshops/hall/texts.en.js'

/** The texts of the page for phones in a hall, under the names that they have everywhere. */
export const hallPageEn = { workshops: hallTextsEn, annotations: kindTextsEn }
