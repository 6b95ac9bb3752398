import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'
import { Button } from '@randnotiz/ui/button'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditForm } from './edit-form.js'
import { ReplyEditForm } from './reply-edit-form.js'
import { Withdrawal } from './withdrawal.js'
import './own.css'

type Props = {
  annotation: Annotation
  /** A reply of the viewer's own; the contribution itself when left out. */
  reply?: Reply
  editable: boolean
  onDone?(annotation: Annotation): void
}
type Doing = 'nothing' | 'editing' | 'withdrawing'

/** What an author can do with a contribution or a reply of theirs: put it in other words, or take it back. */
export function OwnActions({ annotation, reply, editable, onDone = heardByFeed }: Props) {
  const { t } = useTranslation('annotations')
  const [doing, setDoing] = useState<Doing>('nothing')
  const actions = useRef<HTMLDivElement>(null)
  const rest = () => {
    setDoing('nothing')
    requestAnimationFrame(() => actions.current?.querySelector('button')?.focus())
  }
  const done = (changed: Annotation) => {
    rest()
    onDone(changed)
  }
  if ((reply ?? annotation).publication.state === 'withdrawn') return null
  switch (doing) {
    case 'editing':
      return reply ? (
        <ReplyEditForm annotationId={annotation.id} reply={reply} onCancel={rest} onDone={done} />
      ) : (
        <EditForm annotation={annotation} onCancel={rest} onDone={done} />
      )
    case 'withdrawing': {
      const replyId = reply?.id ?? null
      return <Withdrawal annotation={annotation} replyId={replyId} onDone={onDone} onCancel={rest} />
    }
    case 'nothing':
      return (
        <div className="form-actions own-actions" ref={actions}>
          {editable && (
            <Button look="quiet" size="small" onClick={() => setDoing('editing')}>
              {t(reply ? 'ownActions.editReply' : 'ownActions.edit')}
            </Button>
          )}
          <Button look="quiet" size="small" onClick={() => setDoing('withdrawing')}>
            {t(reply ? 'ownActions.withdrawReply' : 'ownActions.withdraw')}
          </Button>
        </div>
      )
  }
}

/** The feed brings what has changed. */
const heardByFeed = () => {}
