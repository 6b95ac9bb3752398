import type { CasePage } from '@randnotiz/contract/answers/desk'
import type { Piece } from '@randnotiz/contract/answers/piece'
import { excerptOf } from '@randnotiz/domain/answers/excerpt'
import { Button } from '@randnotiz/ui/button'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { isSame, joined, overlaps, parts, sentencesOf } from './sentences.js'
import { useSplit } from './use-split.js'

type Props = { page: CasePage; onDone(): void }

/** Makes several points of a contribution: sentence by sentence, or of words that somebody marks. */
export function SplitBox({ page, onDone }: Props) {
  const { t } = useTranslation('answers')
  const { annotation } = page
  const split = useSplit(page, onDone)
  const [ticked, setTicked] = useState<readonly Piece[]>([])
  const words = useRef<HTMLUListElement>(null)
  const [nothing, setNothing] = useState(false)
  function add() {
    const marked = markedPieces(words)
    const pieces = ticked.length > 0 ? joined(ticked, part => annotation[part]) : marked
    setNothing(pieces.length === 0)
    setTicked([])
    if (pieces.length > 0) split.add(pieces)
  }
  const pointOf = (piece: Piece) =>
    split.wanted.findIndex(one => one.pieces.some(other => overlaps(piece, other)))
  const sentences = parts.flatMap(part => sentencesOf(part, annotation[part]))
  const open = sentences.filter(piece => pointOf(piece) < 0).length
  return (
    <section className="case-box case-split" aria-label={t('case.split')}>
      <h2>{t('case.split')}</h2>
      <p className="case-hint">{t('case.splitHint')}</p>
      <ul className="case-split__sentences" ref={words}>
        {sentences.map(piece => (
          <Sentence
            key={`${piece.part}.${piece.start}`}
            piece={piece}
            text={(annotation[piece.part] ?? '').slice(piece.start, piece.end)}
            point={pointOf(piece)}
            ticked={ticked.some(one => isSame(one, piece))}
            onTick={() =>
              setTicked(
                ticked.some(one => isSame(one, piece))
                  ? ticked.filter(one => !isSame(one, piece))
                  : [...ticked, piece],
              )
            }
          />
        ))}
      </ul>
      <div className="form-actions">
        <Button look="secondary" size="small" onClick={add}>
          {t('case.splitAdd', { number: split.wanted.length + 1 })}
        </Button>
      </div>
      {nothing && <p role="alert">{t('case.splitNothing')}</p>}
      {split.wanted.length > 0 && (
        <Points split={split} nameOf={pieces => excerptOf(annotation, pieces)?.join(' … ') ?? ''} />
      )}
      {split.wanted.length > 0 && open > 0 && (
        <p className="case-hint" role="status">
          {t('case.splitOpen', { count: open })}
        </p>
      )}
      <DeedProblem state={split.state} />
      <Actions page={page} split={split} onDone={onDone} />
    </section>
  )
}

type SentenceProps = { piece: Piece; text: string; point: number; ticked: boolean; onTick(): void }

function Sentence({ piece, text, point, ticked, onTick }: SentenceProps) {
  const { t } = useTranslation('answers')
  return (
    <li data-part={piece.part} data-start={piece.start}>
      <label className="desk-tick" data-point={point < 0 ? undefined : point % 5}>
        <input type="checkbox" checked={ticked} disabled={point >= 0} onChange={onTick} />
        <span>
          {point >= 0 && (
            <strong className="case-split__number">{t('deed.forPoint', { number: point + 1 })}</strong>
          )}
          <span data-words="">{text}</span>
        </span>
      </label>
    </li>
  )
}

type Split = ReturnType<typeof useSplit>

function Points({ split, nameOf }: { split: Split; nameOf(pieces: readonly Piece[]): string }) {
  const { t } = useTranslation('answers')
  return (
    <ol className="case-similar case-split__points" aria-label={t('case.splitNew')}>
      {split.wanted.map((one, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: points have no other name before they are saved.
        <li key={at}>
          <p>
            <strong>{t('deed.forPoint', { number: at + 1 })}:</strong> <q>{nameOf(one.pieces)}</q>
          </p>
          <Button look="quiet" size="small" onClick={() => split.remove(at)}>
            {t('case.splitRemove')}
          </Button>
        </li>
      ))}
    </ol>
  )
}

function Actions({ page, split, onDone }: Props & { split: Split }) {
  const { t } = useTranslation('answers')
  const [first] = page.case.points
  return (
    <div className="form-actions">
      {split.wanted.length > 0 && (
        <Button
          look="primary"
          size="small"
          busy={split.state.type === 'under-way' ? t('case.saving') : null}
          onClick={() => void split.save(split.wanted)}
        >
          {t('case.splitSave')}
        </Button>
      )}
      {page.case.points.length > 1 && first && (
        <Button
          look="secondary"
          size="small"
          onClick={() => void split.save([{ number: first.number, pieces: [] }])}
        >
          {t('case.splitWhole')}
        </Button>
      )}
      <Button look="quiet" size="small" onClick={onDone}>
        {t('case.splitCancel')}
      </Button>
    </div>
  )
}

/** The marked words, sentence by sentence: a mark may begin and end within one. */
function markedPieces(words: RefObject<HTMLUListElement | null>): Piece[] {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return []
  const range = selection.getRangeAt(0)
  return [...(words.current?.querySelectorAll<HTMLElement>('[data-part]') ?? [])].flatMap(item => {
    const text = item.querySelector('[data-words]')?.firstChild
    const part = parts.find(one => one === item.dataset.part)
    if (!text || part === undefined || !range.intersectsNode(text)) return []
    const offset = Number(item.dataset.start)
    const start = offset + (range.startContainer === text ? range.startOffset : 0)
    const end = offset + (range.endContainer === text ? range.endOffset : (text.textContent?.length ?? 0))
    return start < end ? [{ part, start, end }] : []
  })
}
