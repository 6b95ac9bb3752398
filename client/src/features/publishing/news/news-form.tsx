import { CommandId } from '@randnotiz/contract/kit/ids'
import { type LocalizedNews, type NewsDraft, newsLimit } from '@randnotiz/contract/publishing/news'
import { changeNews, previewNews, writeNews } from '@randnotiz/contract/publishing/news-endpoints'
import { Button } from '@randnotiz/ui/button'
import { Card } from '@randnotiz/ui/card'
import { Notice } from '@randnotiz/ui/notice'
import { TextArea } from '@randnotiz/ui/text-area'
import { TextField } from '@randnotiz/ui/text-field'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DeedProblem } from '../../../platform/deed-problem.js'
import { useDeed } from '../../../platform/use-deed.js'
import { NewsPreview } from './news-preview.js'
import { emptyNews, judgeNews, type TypedNews, textsFrom, typedNews } from './typed-news.js'

type Props = { slug: string; item: NewsDraft | null; onSaved(): void; onCancel(): void }

/** Writes a news item, or other words for one that is there. */
export function NewsForm({ slug, item, onSaved, onCancel }: Props) {
  const { t } = useTranslation('news')
  const writing = useDeed(writeNews)
  const changing = useDeed(changeNews)
  const previewing = useDeed(previewNews)
  const [typed, setTyped] = useState<TypedNews>(() => (item ? typedNews(item.texts) : emptyNews))
  const [tried, setTried] = useState(false)
  const [preview, setPreview] = useState<LocalizedNews | null>(null)
  // One deed, however often it is sent; other words are another.
  const command = useRef(CommandId.parse(crypto.randomUUID()))
  const mistakes = judgeNews(typed)
  const isFine = Object.values(mistakes).every(mistake => mistake === null)
  const mistake = (name: keyof TypedNews) => {
    const found = tried ? mistakes[name] : null
    return found && t(`form.${found}`)
  }
  const field = (name: keyof TypedNews) => ({
    value: typed[name],
    error: mistake(name),
    onChange: (event: { target: { value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value })
      command.current = CommandId.parse(crypto.randomUUID())
    },
  })

  async function show() {
    setTried(true)
    if (!isFine) return
    const shown = await previewing.run({ body: { texts: textsFrom(typed) } })
    if (shown.ok) setPreview(shown.value)
  }

  async function save(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (!isFine) return
    const body = { commandId: command.current, texts: textsFrom(typed) }
    const saved = item
      ? await changing.run({ params: { newsId: item.id }, body: { ...body, edition: item.edition } })
      : await writing.run({ params: { slug }, body })
    if (saved.ok) onSaved()
  }

  const busy = [writing, changing].some(({ state }) => state.type === 'under-way')
  return (
    <Card as="section" aria-labelledby="news-form">
      <form className="news-form" onSubmit={event => void save(event)} noValidate>
        <h2 id="news-form">{t(item ? 'form.editTitle' : 'form.newTitle')}</h2>
        {item?.state.state === 'published' && (
          <Notice tone="warning">
            <p>{t('form.visible')}</p>
          </Notice>
        )}
        <TextField label={t('form.headline')} lang="de" maxLength={160} {...field('headline')} />
        <TextArea
          label={t('form.body')}
          hint={t('form.bodyHint')}
          lang="de"
          rows={8}
          maxLength={newsLimit}
          {...field('body')}
        />
        <details className="news-form__english" open={typed.englishHeadline !== '' || undefined}>
          <summary>{t('form.english')}</summary>
          <div className="news-form__pair">
            <TextField
              label={t('form.englishHeadline')}
              lang="en"
              maxLength={160}
              {...field('englishHeadline')}
            />
            <TextArea
              label={t('form.englishBody')}
              lang="en"
              rows={8}
              maxLength={newsLimit}
              {...field('englishBody')}
            />
          </div>
        </details>
        {[writing, changing, previewing].map(({ state }, number) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three deeds that never change places.
          <DeedProblem key={number} state={state} />
        ))}
        {preview && <NewsPreview news={preview} />}
        <div className="form-actions">
          <Button type="submit" look="primary" busy={busy ? t('desk.underWay') : null}>
            {t('form.save')}
          </Button>
          <Button look="secondary" onClick={() => void show()}>
            {t('form.preview')}
          </Button>
          <Button look="quiet" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
