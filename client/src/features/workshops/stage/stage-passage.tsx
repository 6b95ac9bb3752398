import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import type { HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { usePassage } from '../live/use-passage.js'
import { PageSign } from './page-sign.js'
import { usePages } from './use-pages.js'

/** Letters on a page, read from fifteen metres. */
const room = 420

/** The passage in question, as large as a wall allows. */
export function StagePassage({ hall }: { hall: HallView }) {
  const subject = hall.spotlight?.subject ?? hall.current?.step.subject ?? null
  return subject === null ? (
    <h1>{hall.current?.step.title ?? hall.title}</h1>
  ) : (
    <Wall subject={subject} hall={hall} />
  )
}

function Wall({ subject, hall }: { subject: StepSubject; hall: HallView }) {
  const { t } = useTranslation('workshops')
  const localized = useLocalized()
  const passage = usePassage(subject)
  const lines =
    passage?.lines.filter(({ blockId }) => passage.focus === null || blockId === passage.focus) ?? []
  const sentences = lines.flatMap(({ text }) => text.match(/[^.!?]+[.!?]*\s*/g) ?? [text])
  const { shown, page, pages } = usePages(sentences, sentence => sentence.length, room)
  if (passage === null) return <h1>{hall.current?.step.title ?? hall.title}</h1>
  // Nobody reads ten pages from a wall.
  if (passage.focus === null)
    return (
      <div className="scene-passage">
        <p className="scene__about">{hall.current?.step.title}</p>
        <h1>{localized(passage.document.title)}</h1>
        <p>{t('stage.onYourPhone')}</p>
      </div>
    )
  return (
    <div className="scene-passage">
      <p className="scene__about">
        {localized(passage.document.title)}
        {passage.heading !== null && ` › ${passage.heading}`}
      </p>
      <blockquote>{shown.join('')}</blockquote>
      <PageSign page={page} pages={pages} />
    </div>
  )
}
