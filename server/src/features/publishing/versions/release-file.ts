import type { DocumentId } from '@randnotiz/contract/kit/ids'
import type { Release } from '@randnotiz/contract/publishing/release'

type Published = Pick<Release, 'number' | 'title' | 'summary' | 'createdAt'> & { documentId: DocumentId }

/**
 * A release as a file: one line of JSON with the keys in this order, `content` as the JSON of a ProseMirror document. Its
 * SHA-256 is the hash of the release, which anybody can compute with the tools of their own machine.
 */
export function releaseFile(release: Published, content: string): string {
  const { documentId, number, title, summary, createdAt } = release
  const head = JSON.stringify({
    format: 'randnotiz-release/1',
    documentId,
    number,
    title,
    summary,
    createdAt,
  })
  return `${head.slice(0, -1)},"content":{"type":"doc","content":${content}}}`
}
