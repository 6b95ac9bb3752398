import type { TextWithNotes } from '@randnotiz/contract/annotations/with-notes'
import { useTranslation } from 'react-i18next'
import { Link, useParams, useSearchParams } from 'react-router'
import { WorkshopFacts } from '../../features/annotations/parts/workshop-line.js'
import { PartsNav } from '../../features/annotations/with-notes/parts-nav.js'
import { NotesApart, Stretch } from '../../features/annotations/with-notes/stretches.js'
import { withNotesQuestion } from '../../features/annotations/with-notes/with-notes-question.js'
import { contributionFacts } from '../../features/workshops/at-text/contribution-facts.js'
import { textResultsQuestion } from '../../features/workshops/at-text/text-results-question.js'
import { TextVotes } from '../../features/workshops/at-text/text-votes.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { Refused } from '../layout/refused.js'
import '../../features/annotations/with-notes/with-notes.css'

/** A text from top to bottom with everything that was said about it, without a margin and without scripts. */
export default function WithNotesPage() {
  const { slug = '' } = useParams()
  const [search] = useSearchParams()
  const answer = useAnswer(withNotesQuestion(slug, search))
  return answer.ok ? <WithNotes page={answer.value} /> : <Refused refusal={answer.refusal} />
}

function WithNotes({ page }: { page: TextWithNotes }) {
  const { t } = useTranslation('annotations')
  const { id, slug } = page.document
  const results = useAnswer(textResultsQuestion(id))
  return (
    <WorkshopFacts value={results.ok ? contributionFacts(results.value) : () => null}>
      <article className="with-notes">
        <Head page={page} />
        <PartsNav page={page} label={t('withNotes.partsAbove')} />
        <NotesApart id="zum-ganzen-text" heading={t('wholeText')} notes={page.wholeText} slug={slug} />
        <div className="with-notes__sheet">
          {page.stretches.map(stretch => (
            <Stretch key={stretch.notes[0]?.id ?? 'rest'} {...stretch} slug={slug} />
          ))}
        </div>
        <NotesApart
          id="ohne-textstelle"
          heading={t('withNotes.elsewhere')}
          explained={t('withNotes.elsewhereExplained')}
          notes={page.elsewhere}
          slug={slug}
        />
        {results.ok && <TextVotes results={results.value} />}
        <PartsNav page={page} label={t('withNotes.partsBelow')} />
      </article>
    </WorkshopFacts>
  )
}

function Head({ page: { document, total } }: { page: TextWithNotes }) {
  const { t } = useTranslation('annotations')
  const localized = useLocalized()
  return (
    <header className="with-notes__head">
      <p className="with-notes__kind">{t('withNotes.kind')}</p>
      <h1>{localized(document.title)}</h1>
      <p className="with-notes__intro">{t('withNotes.intro', { count: total })}</p>
      <p className="with-notes__ways">
        <Link to={`/texte/${document.slug}`}>{t('withNotes.toText')}</Link>
      </p>
    </header>
  )
}
