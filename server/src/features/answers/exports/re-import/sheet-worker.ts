import { readSheets } from '../../../../platform/office/read-sheets.js'
import { answerJobs } from '../../../../platform/threads/answer-jobs.js'
import type { SheetsAnswer, SheetsJob } from './sheet-jobs.js'

/** Unpacks and reads spreadsheets off the thread that serves people. */
answerJobs(({ bytes, limits }: SheetsJob): SheetsAnswer => readSheets(bytes, limits))
