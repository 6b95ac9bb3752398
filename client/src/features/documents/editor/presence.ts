import type { Awareness } from 'y-protocols/awareness'

/** Who types, as carets and the presence list show it. */
export type Typist = { name: string; colour: string }

type PresenceState = { user?: { name?: unknown; color?: unknown } }

function typistOf(state: PresenceState): Typist[] {
  const { name, color } = state.user ?? {}
  return typeof name === 'string' && typeof color === 'string' ? [{ name, colour: color }] : []
}

/** Everybody in the document, each once, however many windows they have open; oneself first. */
export function presentTypists(awareness: Awareness): Typist[] {
  const own = typistOf(awareness.getLocalState() ?? {})
  const others = [...awareness.getStates().values()].flatMap(typistOf)
  const byName = new Map([...own, ...others].map(typist => [typist.name, typist]))
  return [...byName.values()]
}
