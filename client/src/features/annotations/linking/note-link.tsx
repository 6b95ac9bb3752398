import { LinkTarget, linkPath } from '@randnotiz/contract/annotations/links'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { Link2 } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { slug: string; id: AnnotationId; onShow(id: AnnotationId): void }

/** The way to the address of a note. Without scripts it leads to the page that says it. */
export function NoteLink({ slug, id, onShow }: Props) {
  const { t } = useTranslation('annotations')
  const target = LinkTarget.safeParse({ kind: 'annotation', slug, id })
  if (!target.success) return null
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    onShow(id)
  }
  return (
    <a className="note-link" href={linkPath.sheet(target.data)} onClick={open}>
      <Link2 aria-hidden="true" size={16} />
      {t('link.open')}
    </a>
  )
}
