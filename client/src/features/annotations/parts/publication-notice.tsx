import type { HoldReason, Publication } from '@randnotiz/contract/annotations/publication'
import { EyeOff, Hourglass, type LucideIcon, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

type Withheld = Exclude<Publication, { state: 'published' }>

const icons: Record<Withheld['state'], LucideIcon> = { held: Hourglass, hidden: EyeOff, withdrawn: Undo2 }

type Props = {
  publication: Publication
  /** The viewer reads the words all the same: it is theirs, or they moderate. */
  readable: boolean
}

/** Why words are missing, or why not everybody sees them. Nothing where everybody does. */
export function PublicationNotice({ publication, readable }: Props) {
  const { t } = useTranslation('annotations')
  if (publication.state === 'published') return null
  const Icon = icons[publication.state]
  return (
    <div className="publication" data-readable={readable || undefined}>
      <Icon aria-hidden="true" size={16} />
      <div>
        <p>{t(`publication.${publication.state}.${readable ? 'readable' : 'placeholder'}`)}</p>
        {publication.state === 'held' && <HoldReasons reasons={publication.reasons} />}
        {publication.state === 'hidden' && readable && (
          <p>{t('publication.brokenRule', { rule: t(`houseRule.${publication.rule}`) })}</p>
        )}
        {publication.state === 'hidden' && publication.decisionId !== null && (
          <p>
            <Link to={`/moderation/${publication.decisionId}`}>{t('publication.reasons')}</Link>
          </p>
        )}
      </div>
    </div>
  )
}

export function HoldReasons({ reasons }: { reasons: readonly HoldReason[] }) {
  if (reasons.length === 0) return null
  return (
    <ul className="publication__reasons">
      {reasons.map(reason => (
        <li key={reason.rule}>
          <HoldReasonText reason={reason} />
        </li>
      ))}
    </ul>
  )
}

function HoldReasonText({ reason }: { reason: HoldReason }) {
  const { t } = useTranslation('annotations')
  switch (reason.rule) {
    case 'phase':
    case 'first':
    case 'edited':
      return t(`holdReason.${reason.rule}`)
    case 'links':
      return t('holdReason.links', { count: reason.links })
    case 'words':
      return t('holdReason.words', { words: reason.words.join(', ') })
    case 'rate':
      return t('holdReason.rate', { count: reason.count, minutes: reason.minutes })
  }
}
