import type { TextRange } from '@randnotiz/contract/annotations/target'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { useTranslation } from 'react-i18next'
import { openDraftOf } from '../activity.js'
import type { Annotating } from '../annotating.js'
import { noWords } from './contribution.js'

/** Opens the form on a passage: for a new annotation, or for the draft that is open and shall be about this one. */
export function useWriteAbout({
  activity,
  desk,
  passages,
  open,
}: Pick<Annotating, 'activity' | 'desk' | 'passages' | 'open'>): (selected: TextRange) => void {
  const { t } = useTranslation('annotations')
  const announce = useAnnounce()
  return selected => {
    const claimed = passages?.claim(selected)
    if (claimed?.type === 'too-long') announce(t('selectionTooLong', { limit: claimed.limit }))
    if (claimed?.type !== 'claimed') return
    const passage = claimed.claim
    const draft = desk.contributions.find(({ commandId }) => commandId === openDraftOf(activity))
    if (draft?.words.type === 'annotation') return open(desk.revise(draft, { ...draft.words, passage }))
    open(desk.start({ type: 'annotation', passage, kind: 'idea', ...noWords, replacement: passage.exact }))
  }
}
