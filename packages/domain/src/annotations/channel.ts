import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Channel } from '@randnotiz/contract/annotations/channel'

/** The way by which a contribution came. What was said in a workshop stays so, wherever it is taken over from. */
export function channelOf({ workshop, source }: Pick<Annotation, 'workshop' | 'source'>): Channel {
  if (workshop !== null) return 'workshop'
  return source === null ? 'online' : 'import'
}
