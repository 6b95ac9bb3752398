import {
  type OtherWaysDesk as Desk,
  plainTextLimit,
  videoTypes,
} from '@randnotiz/contract/documents/accessible'
import {
  changePlainText,
  changeSignLanguage,
  removeVideo,
} from '@randnotiz/contract/documents/accessible-endpoints'
import { useAnnounce } from '@randnotiz/ui/announcer'
import { Button } from '@randnotiz/ui/button'
import { Field } from '@randnotiz/ui/field'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type ChangeEvent, type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { type DeedState, useDeed } from '../../../platform/use-deed.js'
import { plainAddress, signAddress } from './accessible-questions.js'
import { SignLanguageView } from './sign-language-view.js'
import { uploadVideoFile } from './upload-video-file.js'
import './accessible.css'

type Props = { desk: Desk; onSaved(desk: Desk): void }

/** Where staff write the text in plain language, and bring its video in sign language. */
export function OtherWaysDesk({ desk, onSaved }: Props) {
  return (
    <div className="other-ways-desk">
      <PlainForm desk={desk} onSaved={onSaved} />
      <VideoForm desk={desk} onSaved={onSaved} />
      <SignForm key={desk.sign.video?.src ?? ''} desk={desk} onSaved={onSaved} />
    </div>
  )
}

function PlainForm({ desk, onSaved }: Props) {
  const { t } = useTranslation('accessible')
  const announce = useAnnounce()
  const deed = useDeed(changePlainText)
  const [markdown, setMarkdown] = useState(desk.plain)
  const [english, setEnglish] = useState(desk.plainEnglish)

  async function save(event: FormEvent) {
    event.preventDefault()
    const saved = await deed.run({ params: { documentId: desk.document.id }, body: { markdown, english } })
    if (!saved.ok) return
    onSaved(saved.value)
    announce(t('desk.saved'))
  }

  return (
    <form onSubmit={event => void save(event)} noValidate>
      <h2>{t('plain')}</h2>
      <TextArea
        label={t('desk.german')}
        hint={t('desk.plainHint')}
        lang="de"
        rows={14}
        maxLength={plainTextLimit}
        value={markdown}
        onChange={event => setMarkdown(event.target.value)}
      />
      <TextArea
        label={t('desk.english')}
        hint={t('desk.plainHint')}
        lang="en"
        rows={14}
        maxLength={plainTextLimit}
        value={english}
        onChange={event => setEnglish(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="primary"
          busy={deed.state.type === 'under-way' ? t('desk.underWay') : null}
        >
          {t('desk.save')}
        </Button>
        {desk.plain + desk.plainEnglish !== '' && (
          <Link to={plainAddress(desk.document.slug)}>{t('desk.look')}</Link>
        )}
      </div>
    </form>
  )
}

function VideoForm({ desk, onSaved }: Props) {
  const { t } = useTranslation('accessible')
  const announce = useAnnounce()
  const removing = useDeed(removeVideo)
  const [state, setState] = useState<DeedState>({ type: 'rest' })
  const documentId = desk.document.id

  async function upload({ target }: ChangeEvent<HTMLInputElement>) {
    const file = target.files?.[0]
    if (!file) return
    setState({ type: 'under-way' })
    announce(t('desk.uploading'))
    const uploaded = await uploadVideoFile(documentId, file)
    target.value = ''
    setState(uploaded.ok ? { type: 'rest' } : { type: 'refused', refusal: uploaded.refusal })
    if (!uploaded.ok) return
    onSaved(uploaded.value)
    announce(t('desk.saved'))
  }

  async function remove() {
    const removed = await removing.run({ params: { documentId } })
    if (removed.ok) onSaved(removed.value)
  }

  return (
    <section aria-labelledby="sign-language">
      <h2 id="sign-language">{t('sign')}</h2>
      <SignLanguageView sign={desk.sign} />
      {desk.sign.video === null && desk.sign.link === null && <NoVideo />}
      <Field label={t('desk.video')}>
        {control => (
          <input
            {...control}
            type="file"
            accept={videoTypes.join(',')}
            disabled={state.type === 'under-way'}
            onChange={event => void upload(event)}
          />
        )}
      </Field>
      {state.type === 'under-way' && <p role="status">{t('desk.uploading')} …</p>}
      <DeedProblem state={state} />
      <DeedProblem state={removing.state} />
      {desk.sign.video && (
        <div className="form-actions">
          <Button size="small" onClick={() => void remove()}>
            {t('desk.remove')}
          </Button>
          <Link to={signAddress(desk.document.slug)}>{t('desk.look')}</Link>
        </div>
      )}
    </section>
  )
}

/** What a video needs, for whoever has never ordered one. */
function NoVideo() {
  const { t } = useTranslation('accessible')
  const steps = ['first', 'second', 'third', 'fourth'] as const
  return (
    <div className="no-video">
      <p>
        <strong>{t('desk.noVideo.title')}</strong>
      </p>
      <ol>
        {steps.map(step => (
          <li key={step}>{t(`desk.noVideo.${step}`)}</li>
        ))}
      </ol>
    </div>
  )
}

const isFine = (link: string) => link === '' || /^https:\/\/[^\s/]+\.[^\s]+$/.test(link)

function SignForm({ desk, onSaved }: Props) {
  const { t } = useTranslation('accessible')
  const announce = useAnnounce()
  const deed = useDeed(changeSignLanguage)
  const { video } = desk.sign
  const [link, setLink] = useState(desk.sign.link ?? '')
  const [captions, setCaptions] = useState('')
  const [tried, setTried] = useState(false)

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isFine(link.trim())) return
    const words = captions.trim() === '' ? {} : { captions }
    const body = { link: link.trim() === '' ? null : link.trim(), ...words }
    const saved = await deed.run({ params: { documentId: desk.document.id }, body })
    if (!saved.ok) return
    onSaved(saved.value)
    announce(t('desk.saved'))
  }

  return (
    <form onSubmit={event => void save(event)} noValidate>
      {video && (
        <TextArea
          label={t('desk.captions')}
          hint={t(video.captions === null ? 'desk.captionsHint' : 'desk.captionsThere')}
          lang="de"
          rows={6}
          value={captions}
          onChange={event => setCaptions(event.target.value)}
        />
      )}
      <TextField
        label={t('desk.link')}
        hint={t('desk.linkHint')}
        type="url"
        value={link}
        error={tried && !isFine(link.trim()) ? t('desk.linkWrong') : null}
        onChange={event => setLink(event.target.value)}
      />
      <DeedProblem state={deed.state} />
      <div className="form-actions">
        <Button
          type="submit"
          look="secondary"
          busy={deed.state.type === 'under-way' ? t('desk.underWay') : null}
        >
          {t('desk.save')}
        </Button>
      </div>
    </form>
  )
}
