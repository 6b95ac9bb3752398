import type { Role } from '@randnotiz/contract/accounts/role'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { RefusalCode } from '@randnotiz/contract/kit/refusals'
import type { PhaseAllows } from '@randnotiz/contract/publishing/process'

export type Action =
  | 'document:edit'
  | 'annotation:create'
  | 'annotation:reply'
  | 'annotation:moderate'
  | 'moderation:read-log'

type Rule = {
  roles: readonly Role[]
  /** What the running phase must allow; without it the action is possible in every phase and between phases. */
  phase?: keyof PhaseAllows
}

const everyRole: readonly Role[] = ['participant', 'editor', 'facilitator', 'moderator', 'admin']

/** The one table of who may do what. Reading is open to everyone and always, so it is no action here. */
const rules: Record<Action, Rule> = {
  'document:edit': { roles: ['editor', 'facilitator', 'admin'] },
  'annotation:create': { roles: everyRole, phase: 'annotate' },
  'annotation:reply': { roles: everyRole, phase: 'reply' },
  'annotation:moderate': { roles: ['moderator', 'admin'] },
  'moderation:read-log': { roles: ['admin'] },
}

/**
 * Null when the viewer may, otherwise the refusal. `phase` is what the running phase of the process allows, null or
 * left out between phases.
 */
export function may(viewer: Viewer, action: Action, phase: PhaseAllows | null = null): RefusalCode | null {
  const rule = rules[action]
  if (viewer.kind === 'anonymous') return 'accounts/sign-in-required'
  if (!rule.roles.includes(viewer.role)) return 'accounts/not-permitted'
  if (rule.phase !== undefined && phase?.[rule.phase] !== true) return 'publishing/phase-closed'
  return null
}

/** Works for the city. Shown beside the name, so that nobody mistakes an official word for a neighbour's. */
export function isStaff(role: Role): boolean {
  return role !== 'participant'
}
