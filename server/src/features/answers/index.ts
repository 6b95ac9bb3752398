import type { AnswerCase } from '@randnotiz/contract/answers/case'
import type { AnswerTotals } from '@randnotiz/contract/answers/totals'
import type { AnnotationId, DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import type { Result } from '@randnotiz/contract/kit/result'
import type { ChangeLink } from '@randnotiz/contract/publishing/comparison'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { announceContributions } from './announce-desk.js'
import { changeLinks } from './change-links.js'
import { type ImportedCase, importCase } from './deeds/import-case.js'
import { readCase } from './deeds/read-case.js'
import { CaseIndexes } from './desk/case-index.js'
import { mountAnswers } from './http.js'
import type { AnswerParts, AnswersDeps } from './parts.js'
import { type AnsweredContribution, PublicAnswers, readPublicAnswers } from './public-answers.js'
import { finishPublication, publishAll } from './publication/carry-out.js'
import { handleDesk } from './socket.js'
import { CaseChanges } from './storage/case-changes.js'
import { CaseStore } from './storage/case-store.js'
import { answerModels } from './storage/models.js'
import { PublicationStore } from './storage/publication-store.js'
import { SettingsStore } from './storage/settings-store.js'

export { deskCases } from './exports/desk-cases.js'
export { type Exports, openExports } from './exports/open-exports.js'
export { readBlackenings } from './exports/storage/blackening-store.js'
export { exportMigrations } from './exports/storage/models.js'
export { readPublicAnswers } from './public-answers.js'
export { answerMigrations } from './storage/models.js'
export type { AnsweredContribution, AnswersDeps, ImportedCase }

/** The door of the feature. */
export type Answers = {
  /** For deeds of this feature that are done in somebody's name elsewhere. */
  parts: AnswerParts
  /** Every answer of a process to a contribution that everybody may read. */
  ofProcess(processId: ProcessId): Promise<AnsweredContribution[]>
  totals(processId: ProcessId): Promise<AnswerTotals>
  /** What answers say about changes of a text. */
  changeLinks(documentId: DocumentId): Promise<ChangeLink[]>
  /** A case with everything staff know; also of a contribution that nobody has touched. */
  caseOf(annotationId: AnnotationId): Promise<Result<AnswerCase>>
  /** What was done about a contribution before; tells nobody. */
  importCase(imported: ImportedCase): Promise<void>
  mount(mount: Mount): void
  /** Waits until everybody is told. */
  close(): Promise<void>
}

/** Resolves when what a crash has interrupted is done. */
export async function openAnswers(deps: AnswersDeps): Promise<Answers> {
  const models = answerModels(deps.connection)
  const cases = new CaseStore(models)
  const indexes = new CaseIndexes({ cases, changes: new CaseChanges(models) })
  const answers = new PublicAnswers(deps)
  const going = new Set<Promise<void>>()
  const parts: AnswerParts = {
    ...deps,
    cases,
    indexes,
    answers,
    readAnswers: readPublicAnswers(deps.connection),
    publications: new PublicationStore(models),
    settings: new SettingsStore(models),
    goOn: work => {
      const ends = work
        .catch(error =>
          deps.log.error({ error }, 'not everybody was told of answers; the next start goes on'),
        )
        .finally(() => void going.delete(ends))
      going.add(ends)
    },
  }
  handleDesk(deps.realtime)
  const stopAnnouncing = announceContributions(parts)
  for (const publication of await parts.publications.unfinished()) {
    await publishAll(parts, publication)
    await finishPublication(parts, publication)
  }
  return {
    parts,
    ofProcess: processId => answers.ofProcess(processId),
    totals: processId => answers.totals(processId),
    changeLinks: documentId => changeLinks(parts, documentId),
    caseOf: annotationId => readCase(parts, annotationId),
    importCase: imported => importCase(parts, imported),
    mount: mount => mountAnswers(mount, parts),
    close: async () => {
      stopAnnouncing()
      await Promise.all(going)
    },
  }
}
