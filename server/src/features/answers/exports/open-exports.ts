import { ExportOrder } from '@randnotiz/contract/answers/exports/order'
import type { Router } from 'express'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { mountExports } from './http.js'
import type { ExportParts, ExportsDeps } from './parts.js'
import { runExport } from './run-export.js'
import { serveExportFiles } from './serve-files.js'
import { BlackeningStore } from './storage/blackening-store.js'
import { exportModels } from './storage/models.js'
import { TitlesStore } from './storage/titles-store.js'
import { exportKind } from './view-job.js'

/** Files of what people wrote and what the city says to it: for the council, for departments, for the archive. */
export type Exports = { mount(mount: Mount): void; files: Router }

export function openExports(deps: ExportsDeps): Exports {
  const models = exportModels(deps.connection)
  const parts: ExportParts = {
    ...deps,
    blackenings: new BlackeningStore(models),
    titles: new TitlesStore(models),
  }
  deps.jobs.add({ kind: exportKind, order: ExportOrder, run: given => runExport(parts, given) })
  return { mount: mount => mountExports(mount, parts), files: serveExportFiles(parts) }
}
