import type { DocumentSummary } from '@randnotiz/contract/documents/document'
import { BlockId, DocumentId } from '@randnotiz/contract/kit/ids'
import type { StepSubject } from '@randnotiz/contract/workshops/agenda'
import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'
import { usePassage } from '../live/use-passage.js'

type Props = {
  subject: StepSubject | null
  documents: readonly DocumentSummary[]
  onChange(subject: StepSubject | null): void
}

const shown = 70

/** Which text, and which place in it. */
export function SubjectFields({ subject, documents, onChange }: Props) {
  const { t } = useTranslation('workshops')
  const localized = useLocalized()
  const options = documents.map(({ id, title }) => ({ value: id as string, label: localized(title) }))
  return (
    <div className="plan-form__pair">
      <Select
        label={t('editor.document')}
        value={subject?.documentId ?? ''}
        options={[{ value: '', label: t('editor.noDocument') }, ...options]}
        onChange={event => {
          const id = DocumentId.safeParse(event.target.value)
          onChange(id.success ? { documentId: id.data, blockId: null, annotationId: null } : null)
        }}
      />
      {subject !== null && <PlaceSelect subject={subject} onChange={onChange} />}
    </div>
  )
}

type PlaceProps = { subject: StepSubject; onChange(subject: StepSubject): void }

function PlaceSelect({ subject, onChange }: PlaceProps) {
  const { t } = useTranslation('workshops')
  const passage = usePassage({ ...subject, blockId: null, annotationId: null })
  const lines = passage?.lines ?? []
  const short = (text: string) => (text.length > shown ? `${text.slice(0, shown)} …` : text)
  return (
    <Select
      label={t('editor.place')}
      value={subject.blockId ?? ''}
      options={[
        { value: '', label: t('editor.wholeText') },
        ...lines.map(({ blockId, kind, text }) => ({
          value: blockId as string,
          label: kind === 'heading' ? short(text) : `\u2003${short(text)}`,
        })),
      ]}
      onChange={event => {
        const block = BlockId.safeParse(event.target.value)
        onChange({ ...subject, blockId: block.success ? block.data : null, annotationId: null })
      }}
    />
  )
}
