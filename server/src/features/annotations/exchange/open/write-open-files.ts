import type { OpenFormat } from '@randnotiz/contract/annotations/exchange/addresses'
import { webAnnotationMediaType } from '@randnotiz/contract/annotations/exchange/web-annotation'
import { csvMark } from '@randnotiz/domain/annotations/exchange/csv'
import { openCsvHead, openCsvLines } from '@randnotiz/domain/annotations/exchange/open-csv'
import type { DeedParts } from '../../deeds/parts.js'
import { writeWebAnnotations } from '../write-web-annotations.js'
import { streamOpenAnnotations } from './read-open-annotations.js'
import type { Whole } from './whole.js'

export type OpenFile = {
  format: OpenFormat
  type: string
  write(parts: DeedParts, whole: Whole): AsyncGenerator<string>
}

/** Each is written piece by piece; nobody's name is in any of them. */
export const openFiles: readonly OpenFile[] = [
  { format: 'csv', type: 'text/csv; charset=utf-8; header=present', write: writeCsv },
  { format: 'json', type: 'application/json; charset=utf-8', write: writeJson },
  { format: 'jsonld', type: webAnnotationMediaType, write: writeJsonLd },
]

async function* writeCsv(parts: DeedParts, { documents }: Whole): AsyncGenerator<string> {
  yield csvMark + openCsvHead
  for await (const some of streamOpenAnnotations(parts, documents)) yield some.map(openCsvLines).join('')
}

async function* writeJson(parts: DeedParts, { documents }: Whole): AsyncGenerator<string> {
  yield `{"licence":${JSON.stringify(parts.licence)},"items":[`
  let before = '\n'
  for await (const some of streamOpenAnnotations(parts, documents)) {
    yield before + some.map(one => JSON.stringify(one)).join(',\n')
    before = ',\n'
  }
  yield '\n]}\n'
}

function writeJsonLd(parts: DeedParts, { documents, path, title }: Whole): AsyncGenerator<string> {
  const base = parts.siteAddress()
  return writeWebAnnotations(parts, {
    id: `${base}${path}/annotations.jsonld`,
    label: title.de,
    licence: parts.licence,
    base,
    names: 'nameless',
    documents,
    archive: null,
  })
}
