import { mostChangedBlocks } from '@randnotiz/contract/answers/answer'
import type { CasePage, PickableText } from '@randnotiz/contract/answers/desk'
import type { BlockId } from '@randnotiz/contract/kit/ids'
import { TextField } from '@randnotiz/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { pickableQuestion } from './desk-questions.js'
import { PickableBlock } from './pickable-block.js'

type Props = { page: CasePage; picked: readonly BlockId[]; onPick(picked: BlockId[]): void }
type Block = PickableText['blocks'][number]

/** The paragraphs of the text, to tick those that were changed; first those that differ from the last release. */
export function PassagePicker({ page, picked, onPick }: Props) {
  const { t } = useTranslation('answers')
  const { call } = usePlatform()
  const answer = useQuery(answerTo(call, pickableQuestion(page.document.id))).data
  const [words, setWords] = useState('')
  const [wanted, setWanted] = useState<boolean | null>(null)
  if (!answer?.ok) return null
  const { blocks, since } = answer.value
  const here = blockOfQuote(blocks, page)
  const isLikely = ({ blockId, change }: Block) =>
    change.kind !== 'none' || blockId === here || picked.includes(blockId)
  const likely = blocks.filter(isLikely)
  const all = wanted ?? likely.length === 0
  const looked = words.trim().toLowerCase()
  const shown = blocks.filter(
    block => picked.includes(block.blockId) || ((all || isLikely(block)) && has(block, looked)),
  )
  const toggle = (blockId: BlockId) =>
    onPick(picked.includes(blockId) ? picked.filter(one => one !== blockId) : [...picked, blockId])
  return (
    <fieldset className="passage-picker">
      <legend>{t('case.pick')}</legend>
      <TextField
        label={t('case.pickSearch')}
        type="search"
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <label className="desk-tick">
        <input type="checkbox" checked={all} onChange={event => setWanted(event.target.checked)} />
        {t('case.pickAll', { count: blocks.length })}
      </label>
      <p role="status">
        {t('case.picked', { count: picked.length })}
        {since !== null && ` · ${t('case.pickSince', { number: since })}`}
      </p>
      <ul className="passage-picker__blocks">
        {shown.map(block => (
          <PickableBlock
            key={block.blockId}
            block={block}
            isHere={block.blockId === here}
            picked={picked.includes(block.blockId)}
            full={picked.length >= mostChangedBlocks}
            onToggle={() => toggle(block.blockId)}
          />
        ))}
      </ul>
      {shown.length === 0 && <p className="case-hint">{t('case.pickNone')}</p>}
    </fieldset>
  )
}

const has = ({ text }: Block, looked: string) => looked === '' || text.toLowerCase().includes(looked)

/** Where the contribution stands, if its words still stand there once. */
function blockOfQuote(blocks: readonly Block[], { annotation: { target } }: CasePage): BlockId | null {
  if (target.kind !== 'passage') return null
  const quote = target.quote.exact.trim()
  const found = blocks.filter(({ text }) => text.includes(quote))
  return found.length === 1 ? (found[0]?.blockId ?? null) : null
}
