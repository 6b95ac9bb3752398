import { followingDe } from '../../features/accounts/following/texts.de.js'
import { noticesDe } from '../../features/accounts/notifications/texts.de.js'
import { accountsDe } from '../../features/accounts/texts.de.js'
import { exchangeDe } from '../../features/annotations/exchange/texts.de.js'
import { intakeDe } from '../../features/annotations/intake/texts.de.js'
import { moderationDe } from '../../features/annotations/moderation/texts.de.js'
import { participationDe } from '../../features/annotations/participation/texts.de.js'
import { annotationsDe } from '../../features/annotations/texts.de.js'
import { exportsDe } from '../../features/answers/exports/texts.de.js'
import { numbersDe } from '../../features/answers/numbers/texts.de.js'
import { resultsDe } from '../../features/answers/results/texts.de.js'
import { answersDe } from '../../features/answers/texts.de.js'
import { accessibleDe } from '../../features/documents/accessible/texts.de.js'
import { readerDe } from '../../features/documents/reader/texts.de.js'
import { textImportDe } from '../../features/publishing/importing/texts.de.js'
import { newsDe } from '../../features/publishing/news/texts.de.js'
import { settingsDe } from '../../features/publishing/settings/texts.de.js'
import { publishingDe } from '../../features/publishing/texts.de.js'
import { versionsDe } from '../../features/publishing/versions/texts.de.js'
import { workshopsDe } from '../../features/workshops/texts.de.js'
import { appDe } from './app.de.js'
import { legalDe } from './legal.de.js'

/** Every text of the surface in German, by namespace: a feature's word, or what belongs to no feature. */
export const textsDe = {
  app: appDe,
  legal: legalDe,
  accounts: accountsDe,
  reader: readerDe,
  publishing: publishingDe,
  versions: versionsDe,
  textImport: textImportDe,
  intake: intakeDe,
  numbers: numbersDe,
  annotations: annotationsDe,
  answers: answersDe,
  exchange: exchangeDe,
  exports: exportsDe,
  moderation: moderationDe,
  notices: noticesDe,
  news: newsDe,
  following: followingDe,
  settings: settingsDe,
  workshops: workshopsDe,
  participation: participationDe,
  accessible: accessibleDe,
  results: resultsDe,
}
