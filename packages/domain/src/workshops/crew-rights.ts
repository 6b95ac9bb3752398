import type { MoveName } from '@randnotiz/contract/workshops/moves'
import type { CrewRole, SessionPhase } from '@randnotiz/contract/workshops/session'

/** `holder`: one of `roles`, who also has control of the running session. */
type Right = {
  roles: readonly CrewRole[]
  needs: 'role' | 'holder'
  /** Whether people in the hall may do it for themselves. */
  hall?: 'self'
  /** Whether whoever answers contributions for the city may do it, without being in the crew. */
  office?: true
}

/** Who can hold control. */
export const leadingRoles: readonly CrewRole[] = ['owner', 'lead', 'coLead']

const steering: Right = { roles: leadingRoles, needs: 'holder' }
const leading: Right = { roles: leadingRoles, needs: 'role' }
const grouping: Right = { roles: ['owner', 'lead', 'coLead', 'scribe'], needs: 'role' }
const moderating: Right = { roles: ['owner', 'lead', 'coLead', 'moderator'], needs: 'role' }
const asking: Right = { ...grouping, hall: 'self' }

/** The one table of who may ask for what in a session. */
export const crewRights: Record<MoveName, Right> = {
  changeSetup: { roles: ['owner', 'lead'], needs: 'role' },
  changeAgenda: steering,
  insertStep: steering,
  setCrew: { roles: ['owner'], needs: 'role' },
  schedule: steering,
  openLobby: steering,
  start: steering,
  pause: steering,
  resume: steering,
  beginClosing: steering,
  close: steering,
  publish: { roles: ['owner', 'lead'], needs: 'role' },
  openStep: steering,
  holdStep: steering,
  resumeStep: steering,
  setTime: steering,
  announceSeal: steering,
  sealStep: steering,
  revealStep: steering,
  settleStep: steering,
  skipStep: steering,
  requestControl: leading,
  grantControl: steering,
  declineControl: steering,
  takeControl: leading,
  spotlight: steering,
  releaseSpotlight: steering,
  makeGroup: grouping,
  titleGroup: grouping,
  moveToGroup: grouping,
  mergeGroups: grouping,
  removeGroup: grouping,
  askToSpeak: asking,
  stopAsking: asking,
  startTurn: steering,
  endTurn: steering,
  showScene: steering,
  holdBack: moderating,
  letThrough: moderating,
  recordOutcome: grouping,
  removeOutcome: grouping,
  settleFollowUp: { ...grouping, office: true },
}

/** Control means something while people are there; before and after, whoever may lead may work on the session. */
export function isSteered(phase: SessionPhase): boolean {
  return phase === 'lobby' || phase === 'live' || phase === 'paused' || phase === 'closing'
}
