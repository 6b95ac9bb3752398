import type { ChangeLink, ComparedBlock } from '@randnotiz/contract/publishing/comparison'
import { ArrowDown, ArrowUp, type LucideIcon, Minus, MoveVertical, PencilLine, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { ComparedHtml } from './compared-html.js'
import { changeElementId, type NumberedRow } from './number-changes.js'

export type ComparisonView = 'inline' | 'beside'
type Shown = { slug: string; view: ComparisonView; count: number }

export function ComparedRows({ rows, ...shown }: Shown & { rows: readonly NumberedRow[] }) {
  return (
    <div className="compared-rows" data-view={shown.view}>
      {rows.map(row => (
        <Row key={row.key} row={row} {...shown} />
      ))}
    </div>
  )
}

function Row({ row, ...shown }: Shown & { row: NumberedRow }) {
  const { t } = useTranslation('versions')
  switch (row.row) {
    case 'gap':
      return <p className="compared-gap">{t('comparison.gap', { count: row.blocks })}</p>
    case 'same':
      return <ComparedHtml html={row.block.both} />
    case 'moved-away':
      return (
        <p className="compared-gap">
          {row.to === null ? (
            t('comparison.movedAway')
          ) : (
            <a href={`#${changeElementId(row.to)}`}>{t('comparison.movedAway')}</a>
          )}
        </p>
      )
    case 'change':
      return <Change block={row.block} number={row.number} {...shown} />
  }
}

type Kind = 'changed' | 'added' | 'removed' | 'moved' | 'retyped'
const icons: Record<Kind, LucideIcon> = {
  changed: PencilLine,
  added: Plus,
  removed: Minus,
  moved: MoveVertical,
  retyped: PencilLine,
}

function kindOf({ kind, retyped }: ComparedBlock): Kind {
  if (kind === 'added' || kind === 'removed' || kind === 'moved') return kind
  return retyped ? 'retyped' : 'changed'
}

function Change({ block, number, slug, view, count }: Shown & { block: ComparedBlock; number: number }) {
  const { t } = useTranslation('versions')
  const kind = kindOf(block)
  const Icon = icons[kind]
  const name = t(`comparison.kind.${kind}`)
  return (
    <section
      id={changeElementId(number)}
      className="change"
      data-kind={kind}
      tabIndex={-1}
      aria-label={t('comparison.change', { number, count, kind: name })}
    >
      <header className="change__head">
        <p className="change__kind">
          <Icon aria-hidden="true" size={16} />
          {name}
        </p>
        <Neighbours number={number} count={count} />
      </header>
      {view === 'inline' ? <ComparedHtml html={block.both} /> : <Beside block={block} />}
      {block.because.length > 0 && <Because slug={slug} links={block.because} />}
    </section>
  )
}

/** From change to change, also without scripts. */
function Neighbours({ number, count }: { number: number; count: number }) {
  const { t } = useTranslation('versions')
  return (
    <p className="change__neighbours">
      {number > 1 && (
        <a href={`#${changeElementId(number - 1)}`} className="change__neighbour">
          <ArrowUp aria-hidden="true" size={18} />
          <span className="visually-hidden">{t('comparison.previous')}</span>
        </a>
      )}
      {number < count && (
        <a href={`#${changeElementId(number + 1)}`} className="change__neighbour">
          <ArrowDown aria-hidden="true" size={18} />
          <span className="visually-hidden">{t('comparison.next')}</span>
        </a>
      )}
    </p>
  )
}

function Beside({ block: { before, after } }: { block: ComparedBlock }) {
  const { t } = useTranslation('versions')
  const side = (html: string | null) =>
    html === null ? (
      <p className="change__nothing">{t('comparison.nothing')}</p>
    ) : (
      <ComparedHtml html={html} />
    )
  return (
    <div className="change__sides">
      <div className="change__side">
        <p className="change__side-name">{t('comparison.before')}</p>
        {side(before)}
      </div>
      <div className="change__side">
        <p className="change__side-name">{t('comparison.after')}</p>
        {side(after)}
      </div>
    </div>
  )
}

/** The contributions because of which something changed. */
function Because({ slug, links }: { slug: string; links: readonly ChangeLink[] }) {
  const { t } = useTranslation('versions')
  return (
    <div className="change__because">
      <p>{t('release.because', { count: links.length })}</p>
      <ul>
        {links.map(link => (
          <li key={link.annotationId}>
            <ContributionLink slug={slug} link={link} />
          </li>
        ))}
      </ul>
    </div>
  )
}

const longestQuote = 80

/** Leads to a contribution by the words that it is about. */
export function ContributionLink({
  slug,
  link: { annotationId, quote },
}: {
  slug: string
  link: ChangeLink
}) {
  const { t } = useTranslation('versions')
  const words = quote !== null && quote.length > longestQuote ? `${quote.slice(0, longestQuote)}…` : quote
  return (
    <Link to={`/texte/${slug}#anmerkung-${annotationId}`}>
      {words === null ? t('comparison.noQuote') : <q lang="de">{words}</q>}
    </Link>
  )
}
