import type { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import type { StepId } from '@randnotiz/contract/kit/ids'
import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import { contributionLimit } from '@randnotiz/contract/workshops/contributions'
import { Button } from '@randnotiz/ui/button'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { TextArea } from '@randnotiz/ui/text-area'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePassage } from '../live/use-passage.js'
import { useDraft } from './use-draft.js'
import { useHallContext } from './use-hall.js'

type Props = { subject: StepSubject; stepId: StepId; kinds: readonly AnnotationKind[]; onSent(): void }

/** A few words about a passage. They stay on the device until they are sent, also when the step ends meanwhile. */
export function ContributionForm({ subject, stepId, kinds, onSent }: Props) {
  const { t } = useTranslation(['workshops', 'annotations'])
  const { client } = useHallContext()
  const place = subject.blockId ?? 'all'
  const offered = kinds.filter(kind => kind !== 'wording' || subject.blockId !== null)
  const [kind, setKind] = useState<AnnotationKind>(offered[0] ?? 'idea')
  const [body, setBody] = useDraft(`${stepId}:${place}:body`)
  const [replacement, setReplacement] = useDraft(`${stepId}:${place}:wording`)
  const [isEmpty, setIsEmpty] = useState(false)
  const isProposal = kind === 'wording'
  const original = useLine(subject)

  function send(event: FormEvent) {
    event.preventDefault()
    const words = body.trim()
    const wording = (replacement || original).trim()
    setIsEmpty(words === '')
    if (words === '') return
    const { documentId, blockId } = subject
    client.contribute({
      stepId,
      documentId,
      blockId,
      quote: null,
      kind,
      body: words,
      replacement: isProposal ? wording : null,
    })
    setBody('')
    setReplacement('')
    onSent()
  }

  return (
    <form className="contribution-form" onSubmit={send} noValidate>
      {offered.length > 1 && (
        <RadioGroup<AnnotationKind>
          legend={t('workshops:gather.kind')}
          layout="chips"
          options={offered.map(one => ({ value: one, label: t(`annotations:kind.${one}`) }))}
          value={kind}
          onChange={setKind}
        />
      )}
      {isProposal && (
        <TextArea
          label={t('workshops:gather.wording')}
          value={replacement || original}
          rows={3}
          onChange={event => setReplacement(event.target.value)}
        />
      )}
      <TextArea
        label={t(`annotations:ask.${kind}`)}
        value={body}
        rows={3}
        maxLength={contributionLimit}
        error={isEmpty ? t('workshops:gather.empty') : null}
        onChange={event => setBody(event.target.value)}
      />
      <Button type="submit" look="primary">
        {t('workshops:gather.send')}
      </Button>
    </form>
  )
}

/** The words of the line in question. */
function useLine(subject: StepSubject): string {
  const passage = usePassage(subject)
  return passage?.lines.find(({ blockId }) => blockId === passage.focus)?.text ?? ''
}
