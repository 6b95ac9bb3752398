import type { Role } from '@randnotiz/contract/accounts/role'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { PhaseAllows } from '@randnotiz/contract/publishing/process'

export type Action =
  | 'document:create'
  | 'document:edit'
  | 'document:see-drafts'
  | 'release:publish'
  | 'news:write'
  | 'process:configure'
  | 'annotation:create'
  | 'annotation:propose'
  | 'annotation:reply'
  | 'annotation:support'
  | 'annotation:attach'
  | 'annotation:exchange'
  | 'annotation:intake'
  | 'annotation:moderate'
  | 'moderation:read-log'
  | 'mail:read-outbox'
  | 'answer:work'
  | 'answer:release'
  | 'answer:publish'
  | 'workshop:plan'

/** What is open in a process: what its running phase allows, and to guests too unless the process keeps them out. */
export type Openings = PhaseAllows & { guests?: boolean }

type Rule = {
  roles: readonly Role[]
  /** What the running phase must allow; without it the action is possible in every phase and between phases. */
  phase?: keyof PhaseAllows
}

const everyRole: readonly Role[] = ['participant', 'editor', 'facilitator', 'moderator', 'admin']

/** The one table of who may do what. Reading is open to everyone and always, so it is no action here. */
const rules: Record<Action, Rule> = {
  'document:create': { roles: ['editor', 'admin'] },
  'document:edit': { roles: ['editor', 'facilitator', 'admin'] },
  // What citizens do not see yet: days between releases, the live text where they see the last release.
  'document:see-drafts': { roles: ['editor', 'facilitator', 'moderator', 'admin'] },
  'release:publish': { roles: ['editor', 'admin'] },
  'news:write': { roles: ['editor', 'admin'] },
  'process:configure': { roles: ['admin'] },
  'annotation:create': { roles: everyRole, phase: 'annotate' },
  // Beside `annotation:create`, for a contribution that carries other words for its passage.
  'annotation:propose': { roles: everyRole, phase: 'propose' },
  'annotation:reply': { roles: everyRole, phase: 'reply' },
  'annotation:support': { roles: everyRole, phase: 'support' },
  // Taking over from elsewhere, and taking away with names.
  'annotation:exchange': { roles: ['editor', 'moderator', 'admin'] },
  // Typing in what came on paper or by word of mouth: in time, whenever it is typed.
  'annotation:intake': { roles: ['editor', 'facilitator', 'moderator', 'admin'] },
  'annotation:moderate': { roles: ['moderator', 'admin'] },
  'moderation:read-log': { roles: ['admin'] },
  'annotation:attach': { roles: ['editor', 'facilitator', 'moderator', 'admin'] },
  /** Inside a workshop its own table decides, see `workshops/crew-rights`. */
  'workshop:plan': { roles: ['facilitator', 'admin'] },
  'mail:read-outbox': { roles: ['admin'] },
  // The desk: what staff say to contributions. Whoever releases an answer has not written it, see `answers/lifecycle`.
  'answer:work': { roles: ['editor', 'facilitator', 'moderator', 'admin'] },
  'answer:release': { roles: ['editor', 'moderator', 'admin'] },
  'answer:publish': { roles: ['editor', 'admin'] },
}

/**
 * Null when the viewer may, otherwise the refusal. `open` is what is open in the process, null or left out between
 * phases. A guest may what a participant may, where the process admits guests.
 */
export function may(viewer: Viewer, action: Action, open: Openings | null = null): RefusalCode | null {
  switch (viewer.kind) {
    case 'anonymous':
      return 'accounts/sign-in-required'
    case 'guest':
      return mayAsGuest(action, open)
    case 'account':
      return judge(viewer.role, action, open)
  }
}

/** The same for somebody who comes without an account and gives themselves a name. */
export function mayAsGuest(action: Action, open: Openings | null = null): RefusalCode | null {
  const refusal = judge('participant', action, open)
  return refusal === null && open?.guests === false ? 'accounts/guests-not-admitted' : refusal
}

function judge(role: Role, action: Action, open: Openings | null): RefusalCode | null {
  const rule = rules[action]
  if (!rule.roles.includes(role)) return 'accounts/not-permitted'
  if (rule.phase !== undefined && open?.[rule.phase] !== true) return 'publishing/phase-closed'
  return null
}

/** Works for the city. Shown beside the name, so that nobody mistakes an official word for a neighbour's. */
export function isStaff(role: Role): boolean {
  return role !== 'participant'
}
