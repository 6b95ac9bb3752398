import { Button } from '@randnotiz/ui/button'
import { TextArea } from '@randnotiz/ui/text-area'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = { label: string; text: string | null; onMark(start: number, end: number): void }

/** A part of a contribution in a field that cannot be written in: there every keyboard and thumb can select words. */
export function BlackeningField({ label, text, onMark }: Props) {
  const { t } = useTranslation('exports')
  const field = useRef<HTMLTextAreaElement>(null)
  const [mistake, setMistake] = useState<string | null>(null)
  if (text === null) return null

  function mark() {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
    const isEmpty = selectionStart === selectionEnd
    setMistake(isEmpty ? t('blacken.nothing') : null)
    if (!isEmpty) onMark(selectionStart, selectionEnd)
  }

  return (
    <div className="blackening-field">
      <TextArea ref={field} label={label} error={mistake} readOnly value={text} rows={5} />
      <Button onClick={mark}>{t('blacken.mark')}</Button>
    </div>
  )
}
