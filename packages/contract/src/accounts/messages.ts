import { z } from 'zod'
import { announcement, command } from '../kit/message.js'
import { Notice, NoticePage } from './notices.js'

/** Catch up on one's own notices (null: the newest), and hear of every new one from there on. */
export const followNotices = command('notices:follow', {
  payload: z.object({ since: z.number().int().nonnegative().nullable() }),
  reply: NoticePage,
})

/** A client that holds another number than `seq - 1` asks for what it missed. */
export const noticeAdded = announcement('notice:added', z.object({ notice: Notice }))
