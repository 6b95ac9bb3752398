import { mostChangedBlocks } from '@randnotiz/contract/answers/answer'
import type { BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import { TextField } from '@randnotiz/ui/text-field'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePlatform } from '../../../platform/platform-context.js'
import { answerTo } from '../../../platform/question.js'
import { pickableQuestion } from './desk-questions.js'

type Props = { documentId: DocumentId; picked: readonly BlockId[]; onPick(picked: BlockId[]): void }

/** The paragraphs of the text, to tick those that were changed. */
export function PassagePicker({ documentId, picked, onPick }: Props) {
  const { t } = useTranslation('answers')
  const { call } = usePlatform()
  const answer = useQuery(answerTo(call, pickableQuestion(documentId))).data
  const [words, setWords] = useState('')
  if (!answer?.ok) return null
  const looked = words.trim().toLowerCase()
  const shown = answer.value.blocks.filter(
    ({ blockId, text }) => picked.includes(blockId) || text.toLowerCase().includes(looked),
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
      <p role="status">{t('case.picked', { count: picked.length })}</p>
      <ul className="passage-picker__blocks">
        {shown.map(({ blockId, text, heading }) => (
          <li key={blockId} data-heading={heading || undefined}>
            <label className="desk-tick">
              <input
                type="checkbox"
                checked={picked.includes(blockId)}
                disabled={!picked.includes(blockId) && picked.length >= mostChangedBlocks}
                onChange={() => toggle(blockId)}
              />
              <span>{text}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
