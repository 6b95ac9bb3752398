import { ownNamespace, webAnnotationContexts } from './web-annotation.js'

type Term = { name: string; de: string; en: string }

/** Our words in Web Annotations, for people. Sorted by name. */
export const vocabularyTerms: readonly Term[] = [
  {
    name: 'change',
    de: 'Was im Text deswegen geändert wurde: bisherige und neue Wörter und die Fassung, die sie zeigt.',
    en: 'What was changed in the text because of it: old and new words, and the release that shows them.',
  },
  {
    name: 'excerpt',
    de: 'Vom Text ist nur dieses Stück bekannt.',
    en: 'Only this much of the text is known.',
  },
  {
    name: 'forwardedTo',
    de: 'An wen der Beitrag weitergeleitet wurde.',
    en: 'To whom the contribution was forwarded.',
  },
  {
    name: 'history',
    de: 'Frühere Wortlaute des Beitrags und die Orte, an die ihn die Stadt gesetzt hat. Nur in Archiven für Beschäftigte.',
    en: 'Earlier wordings of the contribution, and the places where the city has put it. In archives for staff only.',
  },
  { name: 'instead', de: 'Was stattdessen gelten soll.', en: 'What should be the case instead.' },
  { name: 'kind', de: 'Worum es in dem Beitrag geht.', en: 'What the contribution is about.' },
  { name: 'official', de: 'Die Stadt selbst hat das geschrieben.', en: 'The city itself has written this.' },
  {
    name: 'open',
    de: 'So viele Punkte des Beitrags sind noch unbeantwortet.',
    en: 'So many points of the contribution are still to be answered.',
  },
  {
    name: 'outcome',
    de: 'Was aus dem Beitrag geworden ist.',
    en: 'What became of the contribution.',
  },
  {
    name: 'present',
    de: 'Wo die Textstelle im Text vom Tag des Archivs steht. Nur in Archiven für Beschäftigte.',
    en: 'Where the passage stands in the text of the day of the archive. In archives for staff only.',
  },
  {
    name: 'proposal',
    de: 'Was aus dem vorgeschlagenen Wortlaut geworden ist.',
    en: 'What became of the proposed wording.',
  },
  {
    name: 'publication',
    de: 'Der Beitrag ist zurückgehalten, ausgeblendet oder zurückgezogen, und warum. Nur in Archiven für Beschäftigte.',
    en: 'The contribution is held, hidden or withdrawn, and why. In archives for staff only.',
  },
  { name: 'reason', de: 'Warum jemand das vorschlägt.', en: 'Why somebody suggests it.' },
  {
    name: 'release',
    de: 'Nummer der Fassung, die gelesen wurde, als der Beitrag entstand.',
    en: 'Number of the release that was read when the contribution was written.',
  },
  {
    name: 'sha256',
    de: 'Prüfsumme des Textes, aus dem zitiert wurde, hexadezimal.',
    en: 'Fingerprint of the text that was quoted from, in hexadecimal.',
  },
  {
    name: 'sourceId',
    de: 'Wie der Beitrag dort heißt, wo er herkommt.',
    en: 'What the contribution is called where it comes from.',
  },
  {
    name: 'status',
    de: 'Ob die Textstelle im neuesten Text gefunden wurde.',
    en: 'Whether the passage was found in the newest text.',
  },
  {
    name: 'support',
    de: 'Wie viele Menschen den Beitrag unterstützen.',
    en: 'How many people support the contribution.',
  },
  {
    name: 'system',
    de: 'Von wo der Beitrag übernommen wurde.',
    en: 'Where the contribution was taken over from.',
  },
  { name: 'texts', de: 'Die Texte, aus denen zitiert wurde.', en: 'The texts that were quoted from.' },
  {
    name: 'together',
    de: 'So viele Beiträge haben dieselbe Antwort bekommen.',
    en: 'So many contributions got the same answer.',
  },
  {
    name: 'words',
    de: 'Die Wörter des Beitrags, auf die geantwortet wurde.',
    en: 'The words of the contribution that were answered.',
  },
  {
    name: 'workshop',
    de: 'Die Werkstatt, in der das gesagt wurde. Nur in Archiven für Beschäftigte.',
    en: 'The workshop in which it was said. In archives for staff only.',
  },
]

/** The vocabulary as JSON-LD: the context that our files have within them, and what each word means. */
export function vocabulary(): object {
  const [, own] = webAnnotationContexts
  const comment = { '@id': 'http://www.w3.org/2000/01/rdf-schema#comment', '@container': '@language' }
  return {
    '@context': { ...own, comment },
    '@graph': vocabularyTerms.map(({ name, de, en }) => ({
      '@id': ownNamespace + name,
      comment: { de, en },
    })),
  }
}
