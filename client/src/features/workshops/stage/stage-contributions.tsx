import type { HallView } from '@randnotiz/contract/workshops/hall'
import { useTranslation } from 'react-i18next'
import { sightKey, useContributions } from '../live/use-contributions.js'
import { PageSign } from './page-sign.js'
import { stageMemory } from './stage-memory.js'
import { usePages } from './use-pages.js'

const room = 640
/** A note takes a frame and a gap beside its letters. */
const noteFrame = 60

type Note = { id: string; words: string; more: number | null }

/** What was said: the newest first, or group by group. */
export function StageContributions({ hall }: { hall: HallView }) {
  const { t } = useTranslation('workshops')
  const { current } = hall
  const sight = sightKey(hall.agenda, hall.heldBack)
  const { all } = useContributions({ workshopId: hall.workshopId, key: stageMemory.key(), sight })
  const notes: Note[] =
    current !== null && current.groups.length > 0
      ? current.groups.map(({ id, title, annotationIds }, at) => ({
          id,
          words: title || t('group.untitled', { number: at + 1 }),
          more: annotationIds.length,
        }))
      : all
          .filter(({ stepId }) => current === null || stepId === current.step.id || !isGathering(hall))
          .toReversed()
          .map(({ id, body, replacement }) => ({ id, words: replacement ?? body, more: null }))
  const { shown, page, pages } = usePages(notes, ({ words }) => words.length + noteFrame, room)
  return (
    <div className="scene-notes">
      <p className="scene__about">{current?.step.title ?? hall.title}</p>
      {notes.length === 0 ? (
        <h1>{t('stage.yourTurn')}</h1>
      ) : (
        <ul>
          {shown.map(({ id, words, more }) => (
            <li key={id}>
              {words}
              {more !== null && <strong>{t('group.size', { count: more })}</strong>}
            </li>
          ))}
        </ul>
      )}
      <PageSign page={page} pages={pages} />
    </div>
  )
}

const isGathering = ({ current }: HallView) => current?.step.plan.kind === 'gather'
