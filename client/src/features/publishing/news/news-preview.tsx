import type { LocalizedNews } from '@randnotiz/contract/publishing/news'
import { useTranslation } from 'react-i18next'
import { NewsBody } from './news-body.js'

/** How a news item would look, in each language that it has. */
export function NewsPreview({ news }: { news: LocalizedNews }) {
  const { t } = useTranslation('news')
  return (
    <section className="news-form__preview" aria-label={t('form.previewTitle')} aria-live="polite">
      <p className="field__label">{t('form.previewTitle')}</p>
      {(['de', 'en'] as const).map(language => {
        const words = news[language]
        return (
          words && (
            <article key={language} lang={language}>
              <p className="news-form__headline">{words.headline}</p>
              <NewsBody html={words.html} language={language} />
            </article>
          )
        )
      })}
    </section>
  )
}
