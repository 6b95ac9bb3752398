import type { CasePage } from '@randnotiz/contract/answers/desk'
import { splitCase } from '@randnotiz/contract/answers/endpoints'
import type { ContributionPart, Piece } from '@randnotiz/contract/answers/piece'
import { excerptOf } from '@randnotiz/domain/answers/excerpt'
import { Button } from '@randnotiz/ui/button'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { useAskDeskAgain } from './use-desk-live.js'

type Wanted = { number: number | null; pieces: Piece[] }
const parts: readonly ContributionPart[] = ['body', 'reason', 'instead', 'replacement']

/** Makes several points of a contribution: by marking its words, or sentence by sentence with a button for each. */
export function SplitBox({ page, onDone }: { page: CasePage; onDone(): void }) {
  const { t } = useTranslation('answers')
  const { annotation } = page
  const deed = useDeed(splitCase)
  const askAgain = useAskDeskAgain()
  const words = useRef<HTMLDivElement>(null)
  const [nothing, setNothing] = useState(false)
  const [wanted, setWanted] = useState<Wanted[]>(() =>
    page.case.points
      .filter(({ pieces }) => pieces.length > 0)
      .map(({ number, pieces }) => ({ number, pieces })),
  )
  // The first point keeps the number, and all that was done, of the whole.
  const [whole] = page.case.points.filter(({ pieces }) => pieces.length === 0)
  const add = (pieces: Piece[]) => {
    setNothing(pieces.length === 0)
    const number = whole && wanted.every(one => one.number !== whole.number) ? whole.number : null
    if (pieces.length > 0) setWanted([...wanted, { number, pieces }])
  }
  async function save(points: Wanted[]) {
    const { version } = page.case
    const body = { version, edition: annotation.edition, points }
    const result = await deed.run({ params: { annotationId: annotation.id }, body })
    await askAgain()
    if (result.ok) onDone()
  }
  const [first] = page.case.points
  return (
    <section className="case-box" aria-label={t('case.split')}>
      <h2>{t('case.split')}</h2>
      <p className="case-hint">{t('case.splitHint')}</p>
      <div className="case-split__words" ref={words}>
        {parts.map(part => {
          const text = annotation[part]
          return text === null ? null : (
            <p key={part} data-part={part}>
              {text}
            </p>
          )
        })}
      </div>
      <div className="form-actions">
        <Button look="secondary" size="small" onClick={() => add(selectedPieces(words))}>
          {t('case.splitAdd')}
        </Button>
      </div>
      {nothing && <p role="alert">{t('case.splitNothing')}</p>}
      <Sentences page={page} onAdd={piece => add([piece])} />
      {wanted.length > 0 && (
        <>
          <h4>{t('case.splitNew')}</h4>
          <ol className="case-similar">
            {wanted.map((one, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: points have no other name before they are saved.
              <li key={at}>
                <q>{excerptOf(annotation, one.pieces)?.join(' … ')}</q>{' '}
                <Button
                  look="quiet"
                  size="small"
                  onClick={() => setWanted(wanted.filter((_, other) => other !== at))}
                >
                  {t('case.splitRemove')}
                </Button>
              </li>
            ))}
          </ol>
        </>
      )}
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        {wanted.length > 0 && (
          <Button
            look="primary"
            size="small"
            busy={deed.state.type === 'under-way' ? t('case.saving') : null}
            onClick={() => void save(wanted)}
          >
            {t('case.splitSave')}
          </Button>
        )}
        {page.case.points.length > 1 && first && (
          <Button
            look="secondary"
            size="small"
            onClick={() => void save([{ number: first.number, pieces: [] }])}
          >
            {t('case.splitWhole')}
          </Button>
        )}
        <Button look="quiet" size="small" onClick={onDone}>
          {t('case.splitCancel')}
        </Button>
      </div>
    </section>
  )
}

/** The way for keys and thumbs: a button for each sentence. */
function Sentences({ page: { annotation }, onAdd }: { page: CasePage; onAdd(piece: Piece): void }) {
  const { t } = useTranslation('answers')
  const pieces = parts.flatMap(part => sentencesOf(part, annotation[part]))
  return (
    <ul className="case-split__sentences">
      {pieces.map(piece => (
        <li key={`${piece.part}.${piece.start}`}>
          <Button look="quiet" size="small" onClick={() => onAdd(piece)}>
            {t('case.splitSentence', { words: (excerptOf(annotation, [piece]) ?? []).join('').slice(0, 80) })}
          </Button>
        </li>
      ))}
    </ul>
  )
}

function sentencesOf(part: ContributionPart, text: string | null): Piece[] {
  if (text === null) return []
  return [...text.matchAll(/[^.!?\n]+[.!?]*/g)].flatMap(({ 0: words, index }) => {
    const start = index + (words.length - words.trimStart().length)
    const end = start + words.trim().length
    return start < end ? [{ part, start, end }] : []
  })
}

/** The marked words, as far as they lie in one part of the contribution. */
function selectedPieces(words: RefObject<HTMLDivElement | null>): Piece[] {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return parts.flatMap(part => {
    const text = words.current?.querySelector(`[data-part="${part}"]`)?.firstChild
    if (!text || !range.intersectsNode(text)) return []
    const length = text.textContent?.length ?? 0
    const start = range.startContainer === text ? range.startOffset : 0
    const end = range.endContainer === text ? range.endOffset : length
    return start < end ? [{ part, start, end }] : []
  })
}
