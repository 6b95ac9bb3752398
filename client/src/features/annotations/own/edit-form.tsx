import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { editAnnotation } from '@randnotiz/contract/annotations/endpoints'
import { asks, type GuidedField } from '@randnotiz/domain/annotations/guided-form'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { GuidedFields } from '../parts/guided-fields.js'
import { mistakesIn } from '../writing/contribution.js'
import { EditFrame } from './edit-frame.js'
import { EditedWords, keptEdit } from './kept-edit.js'
import { useEditing } from './use-editing.js'

type Props = { annotation: Annotation; onDone(annotation: Annotation): void; onCancel(): void }

/** Its author puts a contribution in other words. */
export function EditForm({ annotation, onDone, onCancel }: Props) {
  const { t } = useTranslation('annotations')
  const { call } = usePlatform()
  const { id: annotationId, edition, target } = annotation
  const quote = target.kind === 'passage' ? target.quote.exact : null
  const editing = useEditing<EditedWords>({
    kept: keptEdit(annotationId, EditedWords),
    standing: { edition, words: wordsOf(annotation) },
    mistakesIn: words => mistakesIn({ type: 'annotation', passage: null, ...words }, quote),
    send: (words, command) =>
      call(editAnnotation, {
        params: { annotationId },
        query: {},
        body: { annotationId, ...command, ...sent(words) },
      }),
    onDone,
  })
  return (
    <EditFrame editing={editing} label={t('ownActions.edit')} onCancel={onCancel}>
      <GuidedFields
        words={editing.words}
        quote={quote}
        mayPropose={quote !== null}
        mistakes={editing.mistakes}
        onRevise={editing.revise}
      />
    </EditFrame>
  )
}

function wordsOf({ kind, body, reason, instead, replacement, target }: Annotation): EditedWords {
  const quote = target.kind === 'passage' ? target.quote.exact : ''
  return {
    kind,
    body: body ?? '',
    reason: reason ?? '',
    instead: instead ?? '',
    replacement: replacement ?? quote,
  }
}

function sent({ kind, body, replacement, ...answers }: EditedWords) {
  const answer = (field: GuidedField) => (asks(kind, field) && answers[field].trim()) || null
  return {
    kind,
    body,
    reason: answer('reason'),
    instead: answer('instead'),
    replacement: kind === 'wording' ? replacement : null,
  }
}
