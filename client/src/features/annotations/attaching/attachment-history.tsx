import type { AttachmentEntry } from '@randnotiz/contract/annotations/attachment-history'
import { listAttachments } from '@randnotiz/contract/annotations/endpoints'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo, ask } from '../../../platform/question.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { Byline } from '../parts/byline.js'

type HistoryProps = {
  id: AnnotationId /** So many decisions there are; with each the history is read anew. */
  count: number
}

/** For staff: who decided what about the place of an annotation, and why. Asked for when somebody opens it. */
export function AttachmentHistory({ id, count }: HistoryProps) {
  const { t } = useTranslation('annotations')
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="attachment-history" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{t('attach.history', { count })}</summary>
      {isOpen && <Entries key={count} id={id} count={count} />}
    </details>
  )
}

function Entries({ id, count }: HistoryProps) {
  const { t } = useTranslation('annotations')
  const refusalText = useRefusalText()
  const { call } = usePlatform()
  const { queryKey, ...question } = answerTo(call, ask(listAttachments, { params: { annotationId: id } }))
  const { data, isError } = useQuery({ ...question, queryKey: [...queryKey, count] })
  if (isError) return <p>{refusalText({ code: 'server/unavailable' })}</p>
  if (data === undefined) return <p role="status">{t('attach.historyLoading')}</p>
  if (!data.ok) return <p>{refusalText(data.refusal)}</p>
  return (
    <ol className="attachment-history__list">
      {data.value.entries.map(entry => (
        <li key={entry.attachment.number}>
          <Entry {...entry} />
        </li>
      ))}
    </ol>
  )
}

function Entry({ attachment, from, reason, by }: AttachmentEntry) {
  const { t } = useTranslation('annotations')
  const to = attachment.decision === 'detached' ? null : attachment.anchor.quote.exact
  return (
    <>
      <p>
        <strong>{t(`attach.entry.${attachment.decision}`)}</strong>
      </p>
      <dl className="attachment-history__ways">
        <dt>{t('attach.from')}</dt>
        <dd>{from.words === null ? t(`attach.formerly.${from.status}`) : <q>{from.words}</q>}</dd>
        {to !== null && (
          <>
            <dt>{t('attach.to')}</dt>
            <dd>
              <q>{to}</q>
            </dd>
          </>
        )}
        {reason !== '' && (
          <>
            <dt>{t('attach.why')}</dt>
            <dd>{reason}</dd>
          </>
        )}
      </dl>
      <Byline author={by} createdAt={attachment.decidedAt} />
    </>
  )
}
