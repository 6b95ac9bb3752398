import { Channel } from '@randnotiz/contract/annotations/channel'
import {
  FindingOrder,
  type FindingPage,
  type FindingQuery,
  PlaceFilter,
} from '@randnotiz/contract/annotations/finding'
import { AnnotationKind } from '@randnotiz/contract/annotations/kind'
import { OutcomeKind } from '@randnotiz/contract/answers/outcome'
import { Select } from '@randnotiz/ui/select'
import { useTranslation } from 'react-i18next'
import { useLocalized } from '../../../platform/i18n/use-language.js'

/** What there is to choose from. */
export type ChoicesProps = {
  query: FindingQuery
  page: Pick<FindingPage, 'documents' | 'chapters' | 'kinds' | 'outcomes' | 'channels' | 'workshops'>
}

type Option = { value: string; label: string }

/** What a list can be narrowed by. A choice that nothing here differs by is not offered. */
export function FindingChoices({ query, page }: ChoicesProps) {
  const { t } = useTranslation('annotations')
  const localized = useLocalized()
  const documents = page.documents.map(({ slug, title }) => ({ value: slug, label: localized(title) }))
  const orders = FindingOrder.options.map(order => ({ value: order, label: t(`finding.order.${order}`) }))
  const places = PlaceFilter.options.map(place => ({ value: place, label: t(`finding.place.${place}`) }))
  const answered = (['yes', 'no'] as const).map(value => ({ value, label: t(`finding.answered.${value}`) }))
  const kinds = AnnotationKind.options.map(kind => ({
    value: kind,
    label: `${t(`kind.${kind}`)} (${page.kinds[kind] ?? 0})`,
  }))
  return (
    <>
      <Choice label={t('finding.document')} name="document" chosen={query.document} options={documents} />
      <Choice label={t('finding.chapter')} name="chapter" chosen={query.chapter} options={chaptersOf(page)} />
      <Choice label={t('finding.kind')} name="kind" chosen={query.kind} options={kinds} />
      <Choice label={t('finding.answeredLabel')} name="answered" chosen={query.answered} options={answered} />
      <SeldomChoices query={query} page={page} />
      <Choice label={t('finding.placeLabel')} name="place" chosen={query.place} options={places} />
      <Select
        label={t('finding.orderLabel')}
        name="order"
        defaultValue={query.order ?? 'passage'}
        options={orders}
      />
    </>
  )
}

/** Offered once there is something: outcomes, workshops, and more than one way to take part. */
function SeldomChoices({ query, page }: ChoicesProps) {
  const { t } = useTranslation('annotations')
  const outcomes = OutcomeKind.options.flatMap(kind =>
    counted({ value: kind, label: t(`finding.outcome.${kind}`) }, page.outcomes[kind]),
  )
  const channels = Channel.options.flatMap(channel =>
    counted({ value: channel, label: t(`finding.channel.${channel}`) }, page.channels[channel]),
  )
  const workshops = page.workshops.map(({ id, title, count }) => ({
    value: id,
    label: `${title} (${count})`,
  }))
  return (
    <>
      <Choice label={t('finding.outcomeLabel')} name="outcome" chosen={query.outcome} options={outcomes} />
      {(channels.length > 1 || query.channel) && (
        <Choice label={t('finding.channelLabel')} name="channel" chosen={query.channel} options={channels} />
      )}
      <Choice label={t('finding.workshop')} name="workshop" chosen={query.workshop} options={workshops} />
    </>
  )
}

const counted = ({ value, label }: Option, count: number | undefined): Option[] =>
  count === undefined ? [] : [{ value, label: `${label} (${count})` }]

function chaptersOf({ chapters }: ChoicesProps['page']): Option[] {
  return chapters.map(({ blockId, level, text }) => ({
    value: blockId,
    label: `${'– '.repeat(Math.max(0, level - 2))}${text}`,
  }))
}

type ChoiceProps = { label: string; name: string; chosen: string | undefined; options: readonly Option[] }

/** What was chosen stays to be seen, also where it is no longer among the options. */
function Choice({ label, name, chosen, options }: ChoiceProps) {
  const { t } = useTranslation('annotations')
  if (options.length === 0 && chosen === undefined) return null
  const isKnown = chosen === undefined || options.some(({ value }) => value === chosen)
  const gone = isKnown ? [] : [{ value: chosen ?? '', label: t('finding.goneChoice') }]
  return (
    <Select
      label={label}
      name={name}
      defaultValue={chosen ?? ''}
      options={[{ value: '', label: t('finding.any') }, ...options, ...gone]}
    />
  )
}
