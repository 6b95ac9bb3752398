import * as endpoints from '@randnotiz/contract/answers/exports/endpoints'
import { reImportLimit } from '@randnotiz/contract/answers/exports/re-import'
import { accept } from '@randnotiz/contract/kit/result'
import { may } from '@randnotiz/domain/accounts/permissions'
import type { Mount } from '../../../platform/http/endpoint-table.js'
import { askExporter } from './deeds/ask-exporter.js'
import { blackenWords } from './deeds/blacken-words.js'
import { cancelExport } from './deeds/cancel-export.js'
import { showBlackening } from './deeds/show-blackening.js'
import { listJobs, showExports } from './deeds/show-exports.js'
import { startExport } from './deeds/start-export.js'
import type { ExportParts } from './parts.js'
import { importSynopsis } from './re-import/import-synopsis.js'

export function mountExports(mount: Mount, parts: ExportParts): void {
  mount(endpoints.getExports, ({ params }, { viewer }) => showExports(parts, params.slug, viewer))
  mount(endpoints.listExportJobs, async (_input, { viewer }) => {
    const person = askExporter(viewer)
    return person.ok ? accept({ jobs: await listJobs(parts, person.value) }) : person
  })
  mount(endpoints.startExport, ({ body }, { viewer }) => startExport(parts, body, viewer))
  mount(endpoints.cancelExport, ({ params }, { viewer }) => cancelExport(parts, params.jobId, viewer))
  mount(endpoints.importSynopsis, ({ body }, { viewer }) => importSynopsis(parts, body, viewer), {
    mostJson: reImportLimit.bytes * 2,
    mayCall: viewer => may(viewer, 'answer:work'),
  })
  mount(endpoints.getBlackening, ({ params }, { viewer }) =>
    showBlackening(parts, params.annotationId, viewer),
  )
  mount(endpoints.blackenWords, ({ params, body }, { viewer }) =>
    blackenWords(parts, { ...params, ...body }, viewer),
  )
}
