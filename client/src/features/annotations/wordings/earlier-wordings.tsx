import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import { listEarlierWordings } from '@randnotiz/contract/annotations/endpoints'
import type { EarlierWording } from '@randnotiz/contract/annotations/wordings'
import { Button } from '@randnotiz/ui/button'
import { useState } from 'react'
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
  const { t } = useTranslation('annotations')
  const deed = useDeed(listEarlierWordings)
  const [known, setKnown] = useState<{ edition: number; wordings: readonly EarlierWording[] } | null>(null)
  const { id: annotationId, edition } = annotation

  async function look() {
    const answer = await deed.run({ params: { annotationId } })
    if (answer.ok) setKnown({ edition, wordings: answer.value.wordings })
  }

  // After another change of the author there is one more to be asked for.
  if (known?.edition === edition) return <WordingList annotation={annotation} wordings={known.wordings} />
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

type ListProps = { annotation: Annotation; wordings: readonly EarlierWording[] }

function WordingList({ annotation: { target }, wordings }: ListProps) {
  const { t } = useTranslation('annotations')
  const language = useLanguage()
  return (
    <ol className="replies__list earlier-wordings" aria-label={t('wordings.title')}>
      {wordings.toReversed().map(({ edition, kind, body, reason, instead, replacement, until }) => (
        <li key={edition} className="replies__reply">
          <KindMark kind={kind} />
          <Said body={body} reason={reason} instead={instead} />
          {replacement !== null && target.kind === 'passage' && (
            <WordingChange before={target.quote.exact} after={replacement} />
          )}
          <p className="byline">
            <time dateTime={until} suppressHydrationWarning>
              {t('wordings.until', { moment: formatDateTime(until, language) })}
            </time>
          </p>
        </li>
      ))}
    </ol>
  )
}
