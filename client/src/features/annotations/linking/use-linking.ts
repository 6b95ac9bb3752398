import { LinkTarget, linkPath } from '@randnotiz/contract/annotations/links'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useCallback, useState } from 'react'

export type Linking = {
  /** Whose address is on the screen. */
  target: LinkTarget | null
  showBlock(blockId: string | null): void
  showAnnotation(id: AnnotationId): void
  close(): void
  /** The page that says the same without scripts. */
  sheetOf(blockId: string): string | null
}

/** The addresses of what stands in one text. */
export function useLinking(slug: string): Linking {
  const [target, setTarget] = useState<LinkTarget | null>(null)
  const sheetOf = useCallback(
    (id: string) => {
      const block = LinkTarget.safeParse({ kind: 'block', slug, id })
      return block.success ? linkPath.sheet(block.data) : null
    },
    [slug],
  )
  const show = (kind: LinkTarget['kind'], id: string | null) =>
    setTarget(LinkTarget.safeParse({ kind, slug, id }).data ?? null)
  return {
    target,
    showBlock: id => show('block', id),
    showAnnotation: id => show('annotation', id),
    close: () => setTarget(null),
    sheetOf,
  }
}
