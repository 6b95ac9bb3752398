import { Dialog } from '@randnotiz/ui/dialog'
import { useTranslation } from 'react-i18next'
import { useAnnotatingContext } from '../annotating.js'
import { Note } from './note.js'
import { Workbench } from './workbench.js'

/** On small screens: what stands at a passage, and the form, in a sheet over the text. */
export function PassageSheet() {
  const { t } = useTranslation('annotations')
  const { activity, close, placed, wide } = useAnnotatingContext()
  const isLooking = activity.type === 'looking'
  const isOpen = !wide && activity.type !== 'reading' && (!isLooking || activity.from === 'text')
  const notes =
    activity.type === 'looking'
      ? activity.ids.flatMap(id => placed.find(({ annotation }) => annotation.id === id) ?? [])
      : []
  const title = activity.type === 'looking' ? t('count', { count: notes.length }) : t('form.heading')
  return (
    <Dialog open={isOpen} title={title} closeLabel={t('close')} onClose={close}>
      {notes.map(note => (
        <Note key={note.annotation.id} {...note} where="sheet" />
      ))}
      {activity.type !== 'looking' && isOpen && <Workbench />}
    </Dialog>
  )
}
