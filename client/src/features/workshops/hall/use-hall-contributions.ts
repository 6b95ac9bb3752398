import type { HallView } from '@randnotiz/contract/workshops/hall'
import { sightKey, useContributions } from '../live/use-contributions.js'
import { useHallContext } from './use-hall.js'

/** What was said in the hall, as far as somebody with a seat may see it. */
export function useHallContributions(hall: HallView) {
  const { client } = useHallContext()
  return useContributions({
    workshopId: hall.workshopId,
    key: client.device.memory.key,
    sight: sightKey(hall.agenda, hall.heldBack),
  })
}
