import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { demoPeople } from '@randnotiz/test-kit/demo-people'

/** A page as somebody opens it. With `link`, the first such link on `path` leads to it, or to what `to` makes of it. */
export type Visit = {
  page: string
  path: string
  link?: RegExp
  to?: (address: string) => string
  person?: keyof typeof demoPeople
}

const pagesFolder = fileURLToPath(new URL('../../../client/src/app/pages', import.meta.url))

/** The pages there are, by the names of their files: whoever adds one has to say here how it is opened. */
export function pageFiles(): string[] {
  return readdirSync(pagesFolder).flatMap(file => /^(.*)\.tsx$/.exec(file)?.[1] ?? [])
}

/**
 * Pages of a live session, which the journey of a workshop opens, since it takes one that runs; and the text of a day
 * that has passed, of which a fresh demo has none.
 */
export const shownByOthers: readonly string[] = [
  'agenda-page',
  'day-page',
  'desk-page',
  'hall-page',
  'minutes-page',
  'workshop-sheet-page',
]

export const everyPage: readonly Visit[] = [
  { page: 'home-page', path: '/' },
  { page: 'document-page', path: '/texte/mobile-stadt' },
  { page: 'document-page', path: '/texte/nudging' },
  { page: 'with-notes-page', path: '/texte/mobile-stadt/mit-anmerkungen' },
  { page: 'findings-page', path: '/anmerkungen' },
  { page: 'findings-page', path: '/anmerkungen?unread=yes', person: 'heidi' },
  { page: 'text-state-page', path: '/texte/mobile-stadt', link: /\/stand\// },
  { page: 'link-page', path: '/texte/mobile-stadt', link: /\/mobile-stadt\/(absatz|anmerkung)\// },
  { page: 'plain-text-page', path: '/texte/mobile-stadt/leichte-sprache' },
  { page: 'sign-language-page', path: '/texte/mobile-stadt/gebaerdensprache' },
  { page: 'versions-page', path: '/texte/mobile-stadt/fassungen' },
  { page: 'release-page', path: '/texte/mobile-stadt/fassungen/1' },
  { page: 'comparison-page', path: '/texte/mobile-stadt/vergleich?von=1&bis=2' },
  { page: 'sign-in-page', path: '/anmelden' },
  { page: 'sign-up-page', path: '/registrieren' },
  { page: 'receipt-page', path: '/beleg' },
  { page: 'own-contributions-page', path: '/meine-beitraege', person: 'heidi' },
  { page: 'imprint-page', path: '/impressum' },
  { page: 'privacy-page', path: '/datenschutz' },
  { page: 'accessibility-page', path: '/barrierefreiheit' },
  { page: 'open-data-page', path: '/daten' },
  { page: 'not-found-page', path: '/gibt-es-nicht' },
  { page: 'report-page', path: '/texte/mobile-stadt', link: /^\/melden\// },
  { page: 'report-state-page', path: '/meldung' },
  { page: 'moderation-numbers-page', path: '/berichte/moderation' },
  { page: 'notices-page', path: '/benachrichtigungen', person: 'heidi' },
  { page: 'confirm-address-page', path: '/bestaetigen?token=x' },
  { page: 'unsubscribe-page', path: '/abbestellen?token=x' },
  { page: 'results-page', path: '/ergebnisse' },
  { page: 'news-page', path: '/neuigkeiten' },
  { page: 'news-item-page', path: '/neuigkeiten', link: /^\/neuigkeiten\/[0-9a-f]{24}$/ },
  { page: 'follow-page', path: '/folgen?text=mobile-stadt' },
  { page: 'follow-page', path: '/folgen?token=x' },
  { page: 'mail-following-page', path: '/abonnement?token=x' },
  { page: 'workshop-results-page', path: '/werkstatt-ergebnisse?token=x' },
  { page: 'stage-page', path: '/leinwand' },
  { page: 'staff-page', path: '/arbeit', person: 'jonas' },
  { page: 'editor-page', path: '/texte/mobile-stadt/bearbeiten', person: 'jonas' },
  { page: 'import-page', path: '/arbeit/uebernehmen', person: 'admin' },
  { page: 'text-import-page', path: '/arbeit/text-uebernehmen', person: 'admin' },
  { page: 'intake-page', path: '/arbeit/eingang', person: 'jonas' },
  { page: 'news-desk-page', path: '/arbeit/neuigkeiten', person: 'jonas' },
  { page: 'process-settings-page', path: '/arbeit/prozess', person: 'admin' },
  {
    page: 'blackening-page',
    path: '/arbeit/beitraege',
    link: /^\/arbeit\/beitraege\/[0-9a-f]{24}$/,
    to: address => address.replace('beitraege', 'schwaerzen'),
    person: 'admin',
  },
  { page: 'exports-page', path: '/arbeit/ausgaben', person: 'admin' },
  { page: 're-import-page', path: '/arbeit/ausgaben/zurueck', person: 'admin' },
  { page: 'numbers-page', path: '/arbeit/zahlen', person: 'jonas' },
  { page: 'answer-desk-page', path: '/arbeit/beitraege', person: 'jonas' },
  {
    page: 'answer-case-page',
    path: '/arbeit/beitraege',
    link: /^\/arbeit\/beitraege\/[0-9a-f]{24}/,
    person: 'jonas',
  },
  { page: 'answer-settings-page', path: '/arbeit/beitraege/bausteine', person: 'admin' },
  { page: 'other-ways-page', path: '/texte/mobile-stadt/zugaenge', person: 'jonas' },
  { page: 'workshops-page', path: '/arbeit/werkstatt', person: 'facilitator' },
  { page: 'plan-workshop-page', path: '/arbeit/werkstatt/neu', person: 'facilitator' },
  { page: 'moderation-page', path: '/arbeit/moderation', person: 'moderator' },
  { page: 'moderation-rules-page', path: '/arbeit/moderation/regeln', person: 'moderator' },
  { page: 'moderation-log-page', path: '/arbeit/moderation/protokoll', person: 'admin' },
  {
    page: 'statement-page',
    path: '/arbeit/moderation',
    link: /^\/moderation\/[0-9a-f]{24}$/,
    person: 'admin',
  },
  { page: 'outbox-page', path: '/arbeit/postausgang', person: 'admin' },
]
