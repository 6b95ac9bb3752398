import {
  blackenWords as blacken,
  type blackenWords,
  type getBlackening,
} from '@randnotiz/contract/answers/exports/endpoints'
import { ContributionPart, type Piece } from '@randnotiz/contract/answers/piece'
import type { EndpointResponse } from '@randnotiz/contract/kit/endpoint'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'
import { BlackeningField } from './blackening-field.js'
import './exports.css'

type Props = { page: EndpointResponse<typeof getBlackening> }

/** Which words of a contribution go into no file. */
export function BlackeningForm({ page: { annotation, blackening } }: Props) {
  const { t } = useTranslation('exports')
  const refusalText = useRefusalText()
  const deed = useDeed<typeof blackenWords>(blacken)
  const isStale =
    blackening !== null && blackening.pieces.length > 0 && blackening.edition !== annotation.edition
  const [pieces, setPieces] = useState<readonly Piece[]>(isStale ? [] : (blackening?.pieces ?? []))
  const [saved, setSaved] = useState(false)
  const wordsOf = ({ part, start, end }: Piece) => annotation[part]?.slice(start, end) ?? ''
  const change = (changed: readonly Piece[]) => {
    setPieces(changed)
    setSaved(false)
  }

  async function save() {
    const params = { annotationId: annotation.id }
    const answer = await deed.run({ params, body: { edition: annotation.edition, pieces: [...pieces] } })
    setSaved(answer.ok)
  }

  return (
    <div className="export-form">
      {isStale && (
        <Notice>
          <p>{t('blacken.stale')}</p>
        </Notice>
      )}
      {ContributionPart.options.map(part => (
        <BlackeningField
          key={part}
          label={t(`blacken.${part}`)}
          text={annotation[part]}
          onMark={(start, end) => change([...pieces, { part, start, end }])}
        />
      ))}
      <section aria-labelledby="blackened">
        <h2 id="blackened" className="export-form__title">
          {t('blacken.marked')}
        </h2>
        {pieces.length === 0 && <p>{t('blacken.none')}</p>}
        <ul className="blackened">
          {pieces.map((piece, place) => (
            <li key={`${piece.part}-${piece.start}-${piece.end}`}>
              <span>{wordsOf(piece)}</span>
              <Button
                size="small"
                aria-label={t('blacken.remove', { words: wordsOf(piece) })}
                onClick={() => change(pieces.filter((_, at) => at !== place))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      </section>
      {deed.state.type === 'refused' && (
        <Notice tone="problem" role="alert">
          <p>{refusalText(deed.state.refusal)}</p>
        </Notice>
      )}
      {saved && (
        <Notice tone="success" role="status">
          <p>{t('blacken.saved')}</p>
        </Notice>
      )}
      <Button
        look="primary"
        busy={deed.state.type === 'under-way' ? t('blacken.saving') : null}
        onClick={() => void save()}
      >
        {t('blacken.save')}
      </Button>
    </div>
  )
}
