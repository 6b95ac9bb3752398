import { Slug } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatNumber } from '../../../platform/i18n/formats.js'
import { useLanguage } from '../../../platform/i18n/use-language.js'
import { mayDecide, mayWrite, useAnnotatingContext } from '../annotating.js'
import { findingsAddress } from '../finding/findings-question.js'
import { OwnNote } from '../parts/own-note.js'
import { Workbench } from '../parts/workbench.js'
import { withNotesAddress } from '../with-notes/with-notes-question.js'
import { noWords } from '../writing/contribution.js'
import { chosenFrom, countsOf, type MarginChoice, MarginFilter } from './margin-filter.js'
import { MarginFinder } from './margin-finder.js'
import type { MarginOrder } from './margin-order.js'
import { NoteGroup } from './note-group.js'
import { ownAnnotations } from './own-annotations.js'
import { PassageNotes } from './passage-notes.js'
import { useNarrowing } from './use-narrowing.js'

/** All annotations of a text: beside it where there is room, below it on small screens and without scripts. */
export function Margin() {
  const { t } = useTranslation('annotations')
  const annotating = useAnnotatingContext()
  const { desk } = annotating
  const [wish, setWish] = useState<MarginChoice>('all')
  const counts = useMemo(() => countsOf(annotating.order), [annotating.order])
  // What somebody has just settled must not leave an empty list behind.
  const choice = mayDecide(annotating) && counts[wish] > 0 ? wish : 'all'
  const narrowing = useNarrowing(annotating)
  const order = useMemo(() => chosenFrom(narrowing.order, choice), [narrowing.order, choice])
  const list = choice === 'all' ? narrowing.list : null
  return (
    <section className="margin" aria-labelledby="margin-heading">
      <header className="margin__head">
        <h2 id="margin-heading">{t('count', { count: annotating.expected ?? annotating.placed.length })}</h2>
        {mayWrite(annotating) && (
          <Button
            look="quiet"
            size="small"
            onClick={() => annotating.open(desk.start(emptyWords))}
            className="margin__write"
          >
            {t('commentWholeText')}
          </Button>
        )}
      </header>
      <FirstOnes />
      <MarginFinder {...narrowing} />
      {mayDecide(annotating) && <MarginFilter counts={counts} chosen={choice} onChoose={setWish} />}
      {list === null && <WaysElsewhere order={order} />}
      {annotating.placed.length === 0 && <p className="margin__empty">{t('none')}</p>}
      <OwnWholeText />
      <PassageNotes order={list ? noNotes : order} />
      {list ? (
        <NoteGroup
          id={listId}
          heading={t(`finding.order.${narrowing.query.order ?? 'passage'}`)}
          notes={list}
        />
      ) : (
        <NotesElsewhere order={order} />
      )}
    </section>
  )
}

/** What stands at no place of the text. */
function NotesElsewhere({ order }: { order: MarginOrder }) {
  const { t } = useTranslation('annotations')
  return (
    <>
      <NoteGroup id={wholeTextId} heading={t('wholeText')} notes={order.wholeText} />
      <NoteGroup
        id={orphanedId}
        heading={t('orphaned')}
        explained={t('orphanedExplained')}
        notes={order.orphaned}
      />
    </>
  )
}

/** Of thousands the page brings the first ones; where all can be read until they are here, and without scripts. */
function FirstOnes() {
  const { t } = useTranslation('annotations')
  const { expected, placed, slug } = useAnnotatingContext()
  const language = useLanguage()
  if (expected === null || expected <= placed.length) return null
  return (
    <div className="margin__first">
      <p>
        {t('firstOnes', {
          shown: formatNumber(placed.length, language),
          total: formatNumber(expected, language),
        })}
      </p>
      <p className="margin__ways">
        <Link to={withNotesAddress(slug)}>{t('withNotes.link')}</Link>
        <Link to={findingsAddress({ document: Slug.parse(slug) })}>{t('finding.title')}</Link>
      </p>
    </div>
  )
}

function WaysElsewhere({ order }: { order: MarginOrder }) {
  const { t } = useTranslation('annotations')
  return (
    <p className="margin__elsewhere">
      {order.wholeText.length > 0 && (
        <a href={`#${wholeTextId}`}>{t('ofWholeText', { count: order.wholeText.length })}</a>
      )}
      {order.orphaned.length > 0 && (
        <a href={`#${orphanedId}`}>{t('ofOrphaned', { count: order.orphaned.length })}</a>
      )}
    </p>
  )
}

const noNotes: MarginOrder = { passages: [], wholeText: [], orphaned: [] }
const listId = 'der-reihe-nach'
const wholeTextId = 'zum-ganzen-text'
const orphanedId = 'ohne-textstelle'
const emptyWords = { type: 'annotation', passage: null, kind: 'idea', ...noWords } as const

/** What the viewer writes about the whole text: at the top, where it was begun. */
function OwnWholeText() {
  const annotating = useAnnotatingContext()
  const { activity, wide } = annotating
  const own = ownAnnotations(annotating).filter(({ start }) => start === null)
  if (own.length === 0) return null
  return (
    <ul className="margin__own">
      {own.map(({ contribution, words }) => (
        <li key={contribution.commandId}>
          {wide && activity.type === 'writing' && activity.draft === contribution.commandId ? (
            <Workbench />
          ) : (
            <OwnNote contribution={contribution} words={words} />
          )}
        </li>
      ))}
    </ul>
  )
}
