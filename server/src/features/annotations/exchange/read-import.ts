import { createHash } from 'node:crypto'
import { type ImportAnnotations, importLimit } from '@randnotiz/contract/annotations/exchange/import'
import type { DocumentId, Slug } from '@randnotiz/contract/kit/ids'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { fromWebAnnotations } from '@randnotiz/domain/annotations/exchange/from-web-annotation'
import type { Incoming } from '@randnotiz/domain/annotations/exchange/incoming'
import {
  fingerprintsIn,
  readWebAnnotationFile,
  type WebAnnotationFile,
} from '@randnotiz/domain/annotations/exchange/web-annotation-items'
import { parseJson } from '../../../platform/parse-json.js'
import type { TextStates } from '../storage/text-states.js'
import { plainTextOf } from './html-text.js'
import { readConsul } from './read-consul.js'

export type ReadParts = { textStates: TextStates; now: Date }
export type ImportInto = { slug: Slug; documentId: DocumentId }

/** Reads the files of an upload; refused as a whole when there is no contribution in them, or too many. */
export async function readImport(
  { system, files }: ImportAnnotations,
  into: ImportInto,
  parts: ReadParts,
): Promise<Result<Incoming>> {
  switch (system) {
    case 'web-annotation':
      return readWebAnnotations(files, into, parts)
    case 'consul':
      return readConsul(files, parts.now)
  }
}

async function readWebAnnotations(
  files: ImportAnnotations['files'],
  { slug, documentId }: ImportInto,
  { textStates, now }: ReadParts,
): Promise<Result<Incoming>> {
  const read: WebAnnotationFile[] = []
  for (const { content } of files) {
    const json = parseJson(content.replace(/^\ufeff/, ''))
    if (json === null) return refuse('annotations/import-unreadable')
    read.push(readWebAnnotationFile(json))
  }
  const file: WebAnnotationFile = {
    items: read.flatMap(({ items }) => items),
    texts: new Map(read.flatMap(({ texts }) => [...texts])),
  }
  const refused = countRows(file.items.length)
  if (refused) return refused
  const known = new Map<string, string | null>()
  for (const sha256 of fingerprintsIn(file)) known.set(sha256, await textStates.byHash(documentId, sha256))
  return accept(
    fromWebAnnotations(file, {
      slug,
      now,
      plainText: plainTextOf,
      knownText: sha256 => known.get(sha256) ?? null,
      nameContent: content => `urn:sha256:${createHash('sha256').update(content).digest('hex')}`,
    }),
  )
}

function countRows(rows: number) {
  if (rows === 0) return refuse('annotations/import-unreadable')
  return rows > importLimit.rows ? refuse('annotations/import-too-many') : null
}
