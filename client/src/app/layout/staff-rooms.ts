import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import { type Action, may } from '@randnotiz/domain/accounts/permissions'

export const staffAddress = '/arbeit'

/** The rooms of the staff area, in the order in which they are offered; `name` is their key among the texts. */
export const staffRooms = [
  { name: 'answers', path: '/arbeit/beitraege', action: 'answer:work' },
  { name: 'moderation', path: '/arbeit/moderation', action: 'annotation:moderate' },
  { name: 'rules', path: '/arbeit/moderation/regeln', action: 'annotation:moderate' },
  { name: 'log', path: '/arbeit/moderation/protokoll', action: 'moderation:read-log' },
  { name: 'outbox', path: '/arbeit/postausgang', action: 'mail:read-outbox' },
  { name: 'news', path: '/arbeit/neuigkeiten', action: 'news:write' },
  { name: 'process', path: '/arbeit/prozess', action: 'process:configure' },
  { name: 'numbers', path: '/arbeit/zahlen', action: 'answer:work' },
  { name: 'intake', path: '/arbeit/eingang', action: 'annotation:intake' },
  { name: 'textImport', path: '/arbeit/text-uebernehmen', action: 'document:edit' },
  { name: 'workshops', path: '/arbeit/werkstatt', action: 'workshop:plan' },
  { name: 'exports', path: '/arbeit/ausgaben', action: 'annotation:exchange' },
  { name: 'exchange', path: '/arbeit/uebernehmen', action: 'annotation:exchange' },
] as const satisfies readonly { name: string; path: string; action: Action }[]

/** Those that somebody may enter. */
export function openRooms(viewer: Viewer) {
  return staffRooms.filter(({ action }) => may(viewer, action) === null)
}
