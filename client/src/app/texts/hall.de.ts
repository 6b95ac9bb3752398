import { kindTextsDe } from '../../features/annotations/kind-texts.de.js'
import { hallTextsDe } from '../../features/workshops/hall/texts.de.js'

/** The texts of the page for phones in a hall, under the names that they have everywhere. */
export const hallPageDe = { workshops: hallTextsDe, annotations: kindTextsDe }
