import type { WorkshopId } from '../kit/ids.js'
import type { JoinCode } from './hall.js'

/** Short, because people type it from a wall. */
export const joinPath = (code: JoinCode) => `/w/${code}`
export const joinCodePath = (code: JoinCode) => `/qr/werkstatt/${code}.svg`
/** Where a projector is opened, before anybody knows for which workshop. */
export const stagePath = '/leinwand'
export const workshopsPath = '/arbeit/werkstatt'
export const planPath = `${workshopsPath}/neu`
export const deskPath = (id: WorkshopId) => `${workshopsPath}/${id}`
export const agendaPath = (id: WorkshopId) => `${workshopsPath}/${id}/ablauf`
export const sheetPath = (id: WorkshopId) => `${workshopsPath}/${id}/aushang`
/** Where the link of a mail leads that asks whether results are wanted. */
export const resultsPath = '/werkstatt-ergebnisse'
export const minutesPath = (id: WorkshopId) => `/werkstatt/${id}/protokoll`
