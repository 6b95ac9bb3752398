import { randomInt } from 'node:crypto'
import { JoinCode, TicketCode } from '@randnotiz/contract/workshops/hall'

/** No letters or digits that look or sound alike. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'.replace(/[IO]/g, '')

const draw = (length: number) => Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')

export const newJoinCode = (): JoinCode => JoinCode.parse(draw(6))

/** About 59 bits: not to be guessed within a workshop. */
export const newTicketCode = (): TicketCode => TicketCode.parse([draw(4), draw(4), draw(4)].join('-'))
