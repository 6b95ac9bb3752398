import type { ReadSheet, SheetLimits, SheetProblem } from '../../../../platform/office/read-sheets.js'

export type SheetsJob = { bytes: Uint8Array; limits: SheetLimits }
export type SheetsAnswer = ReadSheet[] | SheetProblem
