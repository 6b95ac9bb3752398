import * as accounts from './accounts/endpoints.js'
import * as following from './accounts/following-endpoints.js'
import * as notices from './accounts/notice-endpoints.js'
import * as annotations from './annotations/endpoints.js'
import * as exchange from './annotations/exchange/endpoints.js'
import * as openData from './annotations/exchange/open-endpoints.js'
import * as intake from './annotations/intake.js'
import * as links from './annotations/links.js'
import * as moderation from './annotations/moderation/endpoints.js'
import * as participation from './annotations/participation.js'
import * as withNotes from './annotations/with-notes.js'
import * as answers from './answers/endpoints.js'
import * as files from './answers/exports/endpoints.js'
import * as numbers from './answers/numbers.js'
import * as results from './answers/result-numbers.js'
import * as accessible from './documents/accessible-endpoints.js'
import * as documents from './documents/endpoints.js'
import type { Endpoint } from './kit/endpoint.js'
import * as proof from './kit/proof.js'
import * as publishing from './publishing/endpoints.js'
import * as news from './publishing/news-endpoints.js'
import * as settings from './publishing/settings-endpoints.js'
import * as textFiles from './publishing/text-file.js'
import * as versions from './publishing/version-endpoints.js'
import * as crew from './workshops/crew.js'
import * as workshops from './workshops/endpoints.js'
import * as followUps from './workshops/follow-ups.js'
import * as minutes from './workshops/minutes.js'
import * as passages from './workshops/passage.js'
import * as resultsMail from './workshops/results-mail.js'
import * as textResults from './workshops/text-results.js'

/** The modules of endpoints export the shapes of their bodies too. */
function isEndpoint(exported: unknown): exported is Endpoint {
  return typeof exported === 'object' && exported !== null && 'method' in exported && 'path' in exported
}

/** Every endpoint there is; a test on the server holds it against what is mounted. */
export const endpointList: readonly Endpoint[] = [
  accounts,
  notices,
  documents,
  publishing,
  versions,
  textFiles,
  annotations,
  exchange,
  openData,
  links,
  withNotes,
  moderation,
  answers,
  files,
  proof,
  workshops,
  news,
  passages,
  minutes,
  following,
  settings,
  participation,
  intake,
  accessible,
  numbers,
  followUps,
  textResults,
  results,
  resultsMail,
  crew,
].flatMap(module => Object.values<unknown>(module).filter(isEndpoint))
