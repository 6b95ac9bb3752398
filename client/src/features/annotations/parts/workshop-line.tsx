import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'

/** What a page knows of what became of a contribution in its workshop; nothing where nobody says so. */
export const WorkshopFacts = createContext<(id: AnnotationId) => ReactNode>(() => null)

/** In which workshop something was said, and what became of it there; nothing for what was written elsewhere. */
export function WorkshopLine({ annotation: { id, workshop } }: { annotation: Annotation }) {
  const { t } = useTranslation('annotations')
  const factsOf = useContext(WorkshopFacts)
  if (workshop === null) return null
  return (
    <>
      <p className="note__source">{t('card.workshop', { title: workshop.title })}</p>
      {factsOf(id)}
    </>
  )
}
