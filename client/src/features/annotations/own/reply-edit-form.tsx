import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'
import { editReply } from '@randnotiz/contract/annotations/endpoints'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { TextArea } from '@randnotiz/ui/text-area'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { CharactersLeft } from '../parts/characters-left.js'
import { useMistakeText } from '../parts/use-mistake-text.js'
import { mistakesIn } from '../writing/contribution.js'
import { EditFrame } from './edit-frame.js'
import { EditedReply, keptEdit } from './kept-edit.js'
import { useEditing } from './use-editing.js'

type Props = {
  annotationId: AnnotationId
  reply: Reply
  onDone(annotation: Annotation): void
  onCancel(): void
}

/** Its author puts a reply in other words. */
export function ReplyEditForm({ annotationId, reply, onDone, onCancel }: Props) {
  const { t } = useTranslation('annotations')
  const { call } = usePlatform()
  const { id: replyId, edition } = reply
  const params = { annotationId, replyId }
  const editing = useEditing<EditedReply>({
    kept: keptEdit(replyId, EditedReply),
    standing: { edition, words: { body: reply.body ?? '' } },
    mistakesIn: ({ body }) => mistakesIn({ type: 'reply', annotationId, body }),
    send: ({ body }, command) =>
      call(editReply, { params, query: {}, body: { ...params, ...command, body } }),
    onDone,
  })
  const { body } = editing.words
  const mistakeText = useMistakeText(editing.mistakes)
  return (
    <EditFrame editing={editing} label={t('ownActions.editReply')} onCancel={onCancel}>
      <TextArea
        name="body"
        label={t('reply.body')}
        rows={3}
        value={body}
        error={mistakeText('body')}
        onChange={event => editing.revise({ body: event.target.value })}
      />
      <CharactersLeft text={body} />
    </EditFrame>
  )
}
