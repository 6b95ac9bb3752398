import type { ParticipantId } from '@randnotiz/contract/kit/ids'
import type { Speakers, SpeakerTurn } from '@randnotiz/contract/workshops/session'

/** What somebody has had so far. */
export type SpeakingShare = { participantId: ParticipantId; turns: number; spokenMs: number }

/** Turns and time of everybody who has spoken; a turn that runs counts until `now`. */
export function shares(turns: readonly SpeakerTurn[], now: Date): Map<ParticipantId, SpeakingShare> {
  const byPerson = new Map<ParticipantId, SpeakingShare>()
  for (const { participantId, startedAt, endedAt } of turns) {
    const share = byPerson.get(participantId) ?? { participantId, turns: 0, spokenMs: 0 }
    const end = endedAt === null ? now.getTime() : Date.parse(endedAt)
    share.turns += 1
    share.spokenMs += Math.max(0, end - Date.parse(startedAt))
    byPerson.set(participantId, share)
  }
  return byPerson
}

/**
 * Who speaks next. The rule is short enough to stand beside the list: who has spoken less often comes first; among
 * those, who asked earlier. Time is shown, but does not decide: a slow speaker is not punished.
 */
export function speakingOrder(speakers: Speakers, now: Date): ParticipantId[] {
  const had = shares(speakers.turns, now)
  const turnsOf = (id: ParticipantId) => had.get(id)?.turns ?? 0
  return speakers.waiting
    .map(({ participantId }, asked) => ({ participantId, asked }))
    .toSorted((a, b) => turnsOf(a.participantId) - turnsOf(b.participantId) || a.asked - b.asked)
    .map(({ participantId }) => participantId)
}

export function speaking(speakers: Speakers): SpeakerTurn | null {
  const last = speakers.turns.at(-1)
  return last?.endedAt === null ? last : null
}
