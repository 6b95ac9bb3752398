import { followAnswers } from '@randnotiz/contract/answers/messages'
import { accept } from '@randnotiz/contract/kit/result'
import type { Realtime } from '../../platform/realtime/realtime.js'
import { deskRoom } from './announce-desk.js'
import { askStaff } from './deeds/ask-staff.js'

export function handleDesk(realtime: Realtime): void {
  realtime.handle(followAnswers, async ({ processId }, caller) => {
    const staff = askStaff(caller.viewer, 'answer:work')
    if (!staff.ok) return staff
    await caller.enter(deskRoom(processId))
    return accept(null)
  })
}
