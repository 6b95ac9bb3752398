import { DocumentKind, type DocumentSummary, Leeway } from '@randnotiz/contract/documents/document'
import type { ProcessId } from '@randnotiz/contract/kit/ids'
import { createText, teaserLimit, titleLimit } from '@randnotiz/contract/publishing/text-file'
import { Button } from '@randnotiz/ui/button'
import { LinkButton } from '@randnotiz/ui/link-button'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { Select } from '@randnotiz/ui/select'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { questionKey } from '../../../platform/question.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { useDeed } from '../../../platform/use-deed.js'
import { homeQuestion } from '../home-question.js'
import type { ReadFile } from './use-text-file.js'

type Props = { processId: ProcessId; file: ReadFile }

/** What a new text is called, before it is created. */
export function NewTextForm({ processId, file }: Props) {
  const { t } = useTranslation('textImport')
  const queryClient = useQueryClient()
  const refusalText = useRefusalText()
  const { state, run } = useDeed(createText)
  const [created, setCreated] = useState<DocumentSummary | null>(null)
  const [said, setSaid] = useState(() => emptyWords(file.text.title ?? ''))
  const [kind, setKind] = useState<DocumentKind>('buildingBlock')
  const [leeway, setLeeway] = useState<Leeway>('consulted')
  const [tried, setTried] = useState(false)
  const change = (part: Partial<NewWords>) => setSaid(words => ({ ...words, ...part }))

  async function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    const title = inBoth(said.titleDe, said.titleEn)
    const teaser = inBoth(said.teaserDe, said.teaserEn)
    if (title.de === '' || teaser.de === '') return
    const body = { id: file.documentId, processId, kind, leeway, title, teaser, content: file.text.content }
    const answer = await run({ body })
    if (!answer.ok) return
    setCreated(answer.value)
    void queryClient.invalidateQueries({ queryKey: questionKey(homeQuestion) })
  }

  if (created !== null) return <Created slug={created.slug} />
  const missing = (words: string) => (tried && words.trim() === '' ? t('create.missing') : null)
  return (
    <section className="text-import__part" aria-labelledby="new-text">
      <h2 id="new-text">{t('create.title')}</h2>
      <form className="text-import__form" onSubmit={event => void submit(event)} noValidate>
        <RadioGroup<DocumentKind>
          legend={t('create.kind')}
          layout="chips"
          value={kind}
          onChange={setKind}
          options={DocumentKind.options.map(value => ({ value, label: t(`create.kinds.${value}`) }))}
        />
        <Words said={said} missing={missing} onChange={change} />
        <LeewayChoice leeway={leeway} onChoose={setLeeway} />
        {state.type === 'refused' && (
          <Notice tone="problem" role="alert">
            <p>{refusalText(state.refusal)}</p>
          </Notice>
        )}
        <Button look="primary" type="submit" busy={state.type === 'under-way' ? t('create.busy') : null}>
          {t('create.deed')}
        </Button>
      </form>
    </section>
  )
}

type NewWords = { titleDe: string; titleEn: string; teaserDe: string; teaserEn: string }

const emptyWords = (title: string): NewWords => ({
  titleDe: title.slice(0, titleLimit),
  titleEn: '',
  teaserDe: '',
  teaserEn: '',
})

/** A text without an English name goes by its German one. */
const inBoth = (de: string, en: string) => ({ de: de.trim(), en: en.trim() || de.trim() })

type WordsProps = {
  said: NewWords
  missing(words: string): string | null
  onChange(part: Partial<NewWords>): void
}

function Words({ said, missing, onChange }: WordsProps) {
  const { t } = useTranslation('textImport')
  return (
    <>
      <TextField
        label={t('create.titleDe')}
        lang="de"
        required
        maxLength={titleLimit}
        value={said.titleDe}
        error={missing(said.titleDe)}
        onChange={event => onChange({ titleDe: event.currentTarget.value })}
      />
      <TextField
        label={t('create.titleEn')}
        hint={t('create.englishHint')}
        lang="en"
        maxLength={titleLimit}
        value={said.titleEn}
        onChange={event => onChange({ titleEn: event.currentTarget.value })}
      />
      <TextArea
        label={t('create.teaserDe')}
        hint={t('create.teaserHint')}
        lang="de"
        rows={2}
        required
        maxLength={teaserLimit}
        value={said.teaserDe}
        error={missing(said.teaserDe)}
        onChange={event => onChange({ teaserDe: event.currentTarget.value })}
      />
      <TextArea
        label={t('create.teaserEn')}
        hint={t('create.englishHint')}
        lang="en"
        rows={2}
        maxLength={teaserLimit}
        value={said.teaserEn}
        onChange={event => onChange({ teaserEn: event.currentTarget.value })}
      />
    </>
  )
}

function LeewayChoice({ leeway, onChoose }: { leeway: Leeway; onChoose(leeway: Leeway): void }) {
  const { t } = useTranslation(['textImport', 'publishing'])
  return (
    <Select
      label={t('create.leeway')}
      value={leeway}
      options={Leeway.options.map(value => ({ value, label: t(`publishing:documents.leeway.${value}`) }))}
      onChange={event => onChoose(Leeway.parse(event.currentTarget.value))}
    />
  )
}

function Created({ slug }: { slug: string }) {
  const { t } = useTranslation('textImport')
  return (
    <section className="text-import__part">
      <Notice tone="success" role="status">
        <p>{t('create.done')}</p>
      </Notice>
      <p className="text-import__deeds">
        <LinkButton look="primary" href={`/texte/${slug}`}>
          {t('create.toText')}
        </LinkButton>
        <LinkButton href={`/texte/${slug}/bearbeiten`}>{t('create.edit')}</LinkButton>
      </p>
    </section>
  )
}
