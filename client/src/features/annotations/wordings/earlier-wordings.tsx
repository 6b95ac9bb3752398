import type { Annotation, Reply } from '@randnotiz/contract/annotations/annotation'
import { listEarlierWordings } from '@randnotiz/contract/annotations/endpoints'
import type { EarlierWordings as Earlier, EarlierWording } from '@randnotiz/contract/annotations/wordings'
import type { AnnotationId } from '@randnotiz/contract/kit/ids'
import type { Moment } from '@randnotiz/contract/kit/wire-values'
import { Button } from '@randnotiz/ui/button'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { formatDateTime } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { useDeed } from '../../../platform/use-deed.js'
import { KindMark } from '../parts/kind-mark.js'
import { Said } from '../parts/said.js'
import { WordingChange } from '../parts/wording-change.js'

/** For staff: how a contribution read before its author changed it. Asked for when somebody wants to know. */
export function EarlierWordings({ annotation }: { annotation: Annotation }) {
  const { id, edition, target } = annotation
  const quote = target.kind === 'passage' ? target.quote.exact : null
  return (
    <WhenAsked annotationId={id} edition={edition}>
      {({ wordings }) =>
        wordings.map(wording => (
          <Until key={wording.edition} until={wording.until}>
            <WordsOf wording={wording} quote={quote} />
          </Until>
        ))
      }
    </WhenAsked>
  )
}

/** The same for a reply. */
export function EarlierReplyWordings({ annotationId, reply }: { annotationId: AnnotationId; reply: Reply }) {
  return (
    <WhenAsked annotationId={annotationId} edition={reply.edition}>
      {({ replyWordings }) =>
        replyWordings
          .filter(({ replyId }) => replyId === reply.id)
          .map(({ edition, body, until }) => (
            <Until key={edition} until={until}>
              <p className="note__body">{body}</p>
            </Until>
          ))
      }
    </WhenAsked>
  )
}

type AskedProps = {
  annotationId: AnnotationId
  /** After another change of the author there is one more to be asked for. */
  edition: number
  /** Oldest first. */
  children(known: Earlier): ReactNode[]
}

function WhenAsked({ annotationId, edition, children }: AskedProps) {
  const { t } = useTranslation('annotations')
  const deed = useDeed(listEarlierWordings)
  const [known, setKnown] = useState<{ edition: number; earlier: Earlier } | null>(null)

  async function look() {
    const answer = await deed.run({ params: { annotationId } })
    if (answer.ok) setKnown({ edition, earlier: answer.value })
  }

  if (known?.edition === edition)
    return (
      <ol className="replies__list earlier-wordings" aria-label={t('wordings.title')}>
        {children(known.earlier).toReversed()}
      </ol>
    )
  return (
    <div className="earlier-wordings">
      <Button
        look="quiet"
        size="small"
        busy={deed.state.type === 'under-way' ? t('wordings.loading') : null}
        onClick={() => void look()}
      >
        {t('wordings.show')}
      </Button>
      <DeedProblem state={deed.state} />
    </div>
  )
}

function Until({ until, children }: { until: Moment; children: ReactNode }) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  return (
    <li className="replies__reply">
      {children}
      <p className="byline">
        <time dateTime={until} suppressHydrationWarning>
          {t('wordings.until', { moment: formatDateTime(until, language) })}
        </time>
      </p>
    </li>
  )
}

function WordsOf({ wording, quote }: { wording: EarlierWording; quote: string | null }) {
  const { kind, body, reason, instead, replacement } = wording
  return (
    <>
      <KindMark kind={kind} />
      <Said body={body} reason={reason} instead={instead} />
      {replacement !== null && quote !== null && <WordingChange before={quote} after={replacement} />}
    </>
  )
}
