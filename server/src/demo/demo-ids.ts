import { createHash } from 'node:crypto'
import { CommandId, DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'

/** The same ids for the same names, so that loading the demo twice makes nothing twice. */
const digest = (name: string) => createHash('sha256').update(`randnotiz demo: ${name}`).digest('hex')

export const demoProcessId = (slug: string) => ProcessId.parse(digest(`process ${slug}`).slice(0, 24))

export const demoDocumentId = (slug: string) => DocumentId.parse(digest(`document ${slug}`).slice(0, 24))

/** Shaped like a version 4 UUID. */
export function demoCommandId(name: string): CommandId {
  const hex = digest(`command ${name}`)
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return CommandId.parse(groups.join('-'))
}
