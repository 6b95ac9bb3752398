import type { ReleasePage as Page } from '@randnotiz/contract/publishing/release'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { Outline } from '../../features/documents/reader/outline.js'
import { ReaderText } from '../../features/documents/reader/reader-text.js'
import { useBlockHash } from '../../features/documents/reader/use-block-hash.js'
import {
  comparisonAddress,
  releaseAddress,
  versionsAddress,
} from '../../features/publishing/versions/addresses.js'
import { VersionHead } from '../../features/publishing/versions/version-head.js'
import { releaseQuestion } from '../../features/publishing/versions/version-questions.js'
import { formatDate, formatNumber } from '../../platform/i18n/formats.js'
import { useLanguage, useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/reader.css'
import '../../features/publishing/versions/versions.css'

/** A release at its permanent address. */
export default function ReleasePage() {
  const { slug = '', number = '' } = useParams()
  const answer = useAnswer(releaseQuestion(slug, number))
  return answer.ok ? (
    <ReleaseReader key={answer.value.release.id} page={answer.value} />
  ) : (
    <Refused refusal={answer.refusal} />
  )
}

function ReleaseReader({ page }: { page: Page }) {
  const { t } = useTranslation('versions')
  useBlockHash()
  return (
    <article className="reader version-reader">
      <ReleaseHead page={page} />
      <div className="reader__page">
        <Outline entries={page.text.outline} />
        <div className="reader__sheet version-reader__sheet">
          <ReaderText ref={null} html={page.text.html} label={t('number', { number: page.release.number })} />
        </div>
      </div>
      <Checksum page={page} />
    </article>
  )
}

function ReleaseHead({ page: { document, release, newest, contributions } }: { page: Page }) {
  const { t } = useTranslation('versions')
  const language = useLanguage()
  const localized = useLocalized()
  const { slug } = document
  const { number, title, summary, createdAt, words } = release
  const small = buttonClass({ size: 'small' })
  return (
    <VersionHead
      kicker={
        <Link to={`/texte/${slug}`}>
          {t('release.kicker', { number, document: localized(document.title) })}
        </Link>
      }
      title={title}
    >
      <p className="version-head__meta">
        {t('released', { date: formatDate(createdAt, language) })} ·{' '}
        {t('words', { words: formatNumber(words, language) })}
      </p>
      {newest > number && (
        <Notice>
          {t('release.newer')}{' '}
          <Link to={releaseAddress(slug, newest)}>{t('release.toNewer', { number: newest })}</Link>
        </Notice>
      )}
      {summary !== '' && (
        <section className="version-head__summary" aria-label={t('release.summary')} lang="de">
          <p>{summary}</p>
        </section>
      )}
      {number > 1 && contributions > 0 && (
        <p className="version-head__because">{t('release.because', { count: contributions })}</p>
      )}
      <div className="version-head__ways">
        {number > 1 && (
          <Link to={comparisonAddress(slug, { from: number - 1, to: number })} className={small}>
            {t('release.changes', { number: number - 1 })}
          </Link>
        )}
        <Link to={versionsAddress(slug)} className={small}>
          {t('release.all')}
        </Link>
      </div>
    </VersionHead>
  )
}

function Checksum({ page: { document, release } }: { page: Page }) {
  const { t } = useTranslation('versions')
  const address = releaseAddress(document.slug, release.number)
  return (
    <footer className="checksum">
      <dl>
        <dt>{t('release.permanent')}</dt>
        <dd>
          <a href={address}>{address}</a>
        </dd>
        <dt>{t('release.hash')}</dt>
        <dd>
          <code>{release.hash}</code>
        </dd>
      </dl>
      <p>{t('release.hashExplained')}</p>
      <p className="checksum__files">
        <a href={`/fassungen/${release.id}.json`} download={`${document.slug}-${release.number}.json`}>
          {t('release.file')}
        </a>
        <a href={`/fassungen/${release.id}.txt`}>{t('release.plain')}</a>
      </p>
    </footer>
  )
}
