import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { ReplyId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Withdrawal } from './own-actions.js'

type Props = { annotation: Annotation; replyId: ReplyId; onDone?(annotation: Annotation): void }

/** Whoever wrote a reply takes it back. Others may have read it: other words are another reply. */
export function OwnReplyActions({ annotation, replyId, onDone = heardByFeed }: Props) {
  const { t } = useTranslation('annotations')
  const [sure, setSure] = useState(false)
  const actions = useRef<HTMLDivElement>(null)
  const rest = () => {
    setSure(false)
    requestAnimationFrame(() => actions.current?.querySelector('button')?.focus())
  }
  if (sure) return <Withdrawal annotation={annotation} replyId={replyId} onDone={onDone} onCancel={rest} />
  return (
    <div className="form-actions own-actions" ref={actions}>
      <Button look="quiet" size="small" onClick={() => setSure(true)}>
        {t('ownActions.withdrawReply')}
      </Button>
    </div>
  )
}

/** The feed brings what has changed. */
const heardByFeed = () => {}
