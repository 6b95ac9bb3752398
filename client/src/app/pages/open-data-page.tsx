import { openDataRoot } from '@randnotiz/contract/annotations/exchange/addresses'
import type { OpenIndex } from '@randnotiz/contract/annotations/exchange/open-data'
import type { ProcessPage } from '@randnotiz/contract/publishing/endpoints'
import { openCsvColumns } from '@randnotiz/domain/annotations/exchange/open-csv'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { z } from 'zod'
import { openDataQuestion } from '../../features/annotations/exchange/open-data-question.js'
import { OpenFiles } from '../../features/annotations/exchange/open-files.js'
import { homeQuestion } from '../../features/publishing/home-question.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/annotations/exchange/take-along.css'

/** What programs and the curious may take along, and how. */
export default function OpenDataPage() {
  const index = useAnswer(openDataQuestion)
  const home = useAnswer(homeQuestion)
  if (!index.ok) return <Refused refusal={index.refusal} />
  return <OpenData index={index.value} home={home.ok ? home.value : null} />
}

type Props = { index: OpenIndex; home: z.infer<typeof ProcessPage> | null }

function OpenData({ index, home }: Props) {
  const { t } = useTranslation('exchange')
  return (
    <div className="open-data">
      <header>
        <h1>{t('data.title')}</h1>
        <p className="lead">{t('data.intro')}</p>
      </header>
      {home && <Files home={home} />}
      <section>
        <h2>{t('data.privacy')}</h2>
        <p>{t('data.privacyText')}</p>
      </section>
      <section>
        <h2>{t('data.licence')}</h2>
        <p>
          {t('data.licenceText')} <a href={index.licence}>{index.licence}</a>
        </p>
      </section>
      <Formats />
      <section>
        <h2>{t('data.programs')}</h2>
        <p>{t('data.programsText')}</p>
        <ul className="open-data__files">
          <li>
            <a href={openDataRoot}>{t('data.root')}</a>
          </li>
          <li>
            <a href={`${openDataRoot}/openapi.json`}>{t('data.description')}</a>
          </li>
        </ul>
      </section>
    </div>
  )
}

function Files({ home: { process, documents } }: { home: z.infer<typeof ProcessPage> }) {
  const { t } = useTranslation('exchange')
  const localized = useLocalized()
  return (
    <>
      <section>
        <h2>{t('data.whole')}</h2>
        <p>{localized(process.title)}</p>
        <OpenFiles of="process" slug={process.slug} title={localized(process.title)} />
      </section>
      <section>
        <h2>{t('data.byText')}</h2>
        <ul className="open-data__texts">
          {documents.map(({ id, slug, title }) => (
            <li key={id}>
              <Link to={`/texte/${slug}`}>{localized(title)}</Link>
              <OpenFiles of="document" slug={slug} title={localized(title)} />
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function Formats() {
  const { t } = useTranslation('exchange')
  return (
    <section>
      <h2>{t('data.formats')}</h2>
      <dl className="open-data__formats">
        <dt>CSV</dt>
        <dd>{t('data.csv')}</dd>
        <dt>JSON</dt>
        <dd>{t('data.json')}</dd>
        <dt>JSON-LD</dt>
        <dd>{t('data.jsonld')}</dd>
        <dt>Atom</dt>
        <dd>{t('data.atom')}</dd>
      </dl>
      <p>
        {t('data.columns')}: <code>{openCsvColumns.join(', ')}</code>
      </p>
    </section>
  )
}
