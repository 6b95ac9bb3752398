import { findingsPath } from '../../features/annotations/finding/findings-question.js'

/** Where everybody can go from every page, in the order in which it is offered; `name` is the key among the texts. */
export const siteRooms = [
  { name: 'texts', path: '/#konzeptbausteine' },
  { name: 'annotations', path: findingsPath },
] as const satisfies readonly { name: string; path: string }[]
