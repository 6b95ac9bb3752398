import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Channel } from '@randnotiz/contract/annotations/channel'

/** The way by which a contribution came. What was said in a workshop stays so, wherever it is taken over from. */
export function channelOf({
  workshop,
  source,
  received,
}: Pick<Annotation, 'workshop' | 'source' | 'received'>): Channel {
  if (workshop !== null) return 'workshop'
  if (received !== null) return received.channel
  return source === null ? 'online' : 'import'
}
