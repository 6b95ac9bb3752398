import type { DemoAnnotation } from './annotations/demo-annotation.js'
import { informationMeasures } from './annotations/information-measures.js'
import { mobilityMeasures } from './annotations/mobility-measures.js'
import { opennessAndParticipation } from './annotations/openness-and-participation.js'
import { participationMeasures } from './annotations/participation-measures.js'
import { societyAndEconomy } from './annotations/society-and-economy.js'
import { visionAndMobility } from './annotations/vision-and-mobility.js'

/** What invented people remarked on the demo texts; passages overlap here and there, one text has none. */
export const demoAnnotations: DemoAnnotation[] = [
  ...visionAndMobility,
  ...opennessAndParticipation,
  ...societyAndEconomy,
  ...mobilityMeasures,
  ...informationMeasures,
  ...participationMeasures,
]
