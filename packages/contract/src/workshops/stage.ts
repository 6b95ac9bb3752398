import { z } from 'zod'
import { WorkshopId } from '../kit/ids.js'
import { DeviceKey, HallView, JoinCode } from './hall.js'

export const StageId = z
  .string()
  .regex(/^[0-9a-f]{24}$/)
  .brand('StageId')
export type StageId = z.infer<typeof StageId>

/** Stands on a projector that waits to be paired; typed in at the desk. Good for one pairing. */
export const PairingCode = z.string().regex(/^[2-9]{5}$/)
export type PairingCode = z.infer<typeof PairingCode>

/**
 * What a projector gets to see. It reads only: its key opens no command but this one. `joinAddress` is the address that
 * people type, in full.
 */
export const StageView = z.discriminatedUnion('state', [
  z.object({ state: z.literal('waiting'), pairingCode: PairingCode }),
  z.object({
    state: z.literal('paired'),
    workshopId: WorkshopId,
    code: JoinCode,
    joinAddress: z.string(),
    hall: HallView,
    /** Devices that are connected. */
    here: z.number().int().nonnegative(),
  }),
])
export type StageView = z.infer<typeof StageView>

/** Sent by a projector at every reconnect. Its key is made once on the device, like that of a phone. */
export const OpenStage = z.object({ key: DeviceKey })
export type OpenStage = z.infer<typeof OpenStage>
