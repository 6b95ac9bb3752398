import { followingEn } from '../../features/accounts/following/texts.en.js'
import { noticesEn } from '../../features/accounts/notifications/texts.en.js'
import { accountsEn } from '../../features/accounts/texts.en.js'
import { exchangeEn } from '../../features/annotations/exchange/texts.en.js'
import { intakeEn } from '../../features/annotations/intake/texts.en.js'
import { moderationEn } from '../../features/annotations/moderation/texts.en.js'
import { participationEn } from '../../features/annotations/participation/texts.en.js'
import { annotationsEn } from '../../features/annotations/texts.en.js'
import { exportsEn } from '../../features/answers/exports/texts.en.js'
import { numbersEn } from '../../features/answers/numbers/texts.en.js'
import { resultsEn } from '../../features/answers/results/texts.en.js'
import { answersEn } from '../../features/answers/texts.en.js'
import { accessibleEn } from '../../features/documents/accessible/texts.en.js'
import { readerEn } from '../../features/documents/reader/texts.en.js'
import { textImportEn } from '../../features/publishing/importing/texts.en.js'
import { newsEn } from '../../features/publishing/news/texts.en.js'
import { settingsEn } from '../../features/publishing/settings/texts.en.js'
import { publishingEn } from '../../features/publishing/texts.en.js'
import { versionsEn } from '../../features/publishing/versions/texts.en.js'
import { workshopsEn } from '../../features/workshops/texts.en.js'
import type { TextsOf } from '../../platform/i18n/texts-of.js'
import { appEn } from './app.en.js'
import type { textsDe } from './de.js'
import { legalEn } from './legal.en.js'

/** Every text of the surface in English. */
export const textsEn: TextsOf<typeof textsDe> = {
  app: appEn,
  legal: legalEn,
  accounts: accountsEn,
  reader: readerEn,
  publishing: publishingEn,
  versions: versionsEn,
  textImport: textImportEn,
  intake: intakeEn,
  numbers: numbersEn,
  annotations: annotationsEn,
  answers: answersEn,
  exchange: exchangeEn,
  exports: exportsEn,
  moderation: moderationEn,
  notices: noticesEn,
  news: newsEn,
  following: followingEn,
  settings: settingsEn,
  workshops: workshopsEn,
  participation: participationEn,
  accessible: accessibleEn,
  results: resultsEn,
}
