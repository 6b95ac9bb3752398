import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { Hunk } from '@randnotiz/domain/annotations/proposal'
import { Button } from '@randnotiz/ui/button'
import { Notice } from '@randnotiz/ui/notice'
import { TextArea } from '@randnotiz/ui/text-area'
import { Check } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { WordingChange } from '../parts/wording-change.js'
import { type Acceptance, useAcceptance } from './use-acceptance.js'
import './accepting.css'

type Props = { annotation: Annotation; proposed: string }

/** For staff: takes a proposed wording into the text; as it is with one press, or after choosing and rewording. */
export function AcceptProposal({ annotation, proposed }: Props) {
  const { t } = useTranslation('annotations')
  const [isOpen, setOpen] = useState(false)
  const acceptance = useAcceptance(annotation, proposed)
  const { before, problem, busy, take } = acceptance
  if (before === null) return null
  if (before.trim() === proposed.trim()) return <p className="note__place">{t('proposal.stands')}</p>
  return (
    <div className="acceptance">
      {isOpen && <Choosing acceptance={acceptance} before={before} />}
      {problem !== null && (
        <Notice tone="problem" role="alert">
          <p>{problem}</p>
        </Notice>
      )}
      <div className="form-actions">
        <Button
          look="primary"
          size="small"
          busy={busy ? t('proposal.taking') : null}
          onClick={() => void take()}
        >
          <Check aria-hidden="true" size={18} />
          {t(isOpen ? 'proposal.takeThis' : 'proposal.take')}
        </Button>
        <Button look="quiet" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'cancel' : 'proposal.choose')}
        </Button>
      </div>
    </div>
  )
}

type ChoosingProps = { acceptance: Acceptance; before: string }

function Choosing({ acceptance, before }: ChoosingProps) {
  const { t } = useTranslation('annotations')
  const { hunks, own, wording, reword } = acceptance
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => panel.current?.querySelector<HTMLElement>('input, button')?.focus(), [])
  return (
    <div className="acceptance__choice" ref={panel}>
      {own === null && hunks.length > 1 && (
        <fieldset className="acceptance__hunks">
          <legend className="field__label">{t('proposal.which')}</legend>
          {hunks.map(hunk => (
            <label key={`${hunk.start} ${hunk.end} ${hunk.text}`} className="acceptance__hunk">
              <input
                type="checkbox"
                checked={acceptance.isTaken(hunk)}
                onChange={() => acceptance.toggle(hunk)}
              />
              <HunkText hunk={hunk} before={before} />
            </label>
          ))}
        </fieldset>
      )}
      {own === null ? (
        <Button look="secondary" size="small" onClick={() => reword(wording)}>
          {t('proposal.reword')}
        </Button>
      ) : (
        <TextArea label={t('proposal.wording')} value={own} onChange={event => reword(event.target.value)} />
      )}
      <p className="field__label">{t('proposal.result')}</p>
      <WordingChange before={before} after={wording} context={60} />
    </div>
  )
}

function HunkText({ hunk, before }: { hunk: Hunk; before: string }) {
  const { t } = useTranslation('annotations')
  const [old, fresh] = [before.slice(hunk.start, hunk.end).trim(), hunk.text.trim()]
  if (old === '') return <span>{t('proposal.added', { fresh })}</span>
  return <span>{fresh === '' ? t('proposal.removed', { old }) : t('proposal.replaced', { old, fresh })}</span>
}
