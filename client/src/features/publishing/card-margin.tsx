import { BookOpen, MessageSquareText } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '../../platform/i18n/formats.js'
import { useLanguage } from '../../platform/i18n/use-language.js'

type Props = { annotations: number; readers: number }

/** The live numbers of a text, where on the sheet itself the annotations would stand. */
export function CardMargin({ annotations, readers }: Props) {
  const { t } = useTranslation('publishing')
  const annotated =
    annotations === 0 ? t('documents.noAnnotations') : t('documents.annotations', { count: annotations })
  return (
    <ul className="card-margin">
      <MarginNumber icon={<MessageSquareText aria-hidden="true" />} number={annotations} text={annotated} />
      {readers > 0 && (
        <MarginNumber
          icon={<BookOpen aria-hidden="true" />}
          number={readers}
          text={t('documents.readers', { count: readers })}
        />
      )}
    </ul>
  )
}

function MarginNumber({ icon, number, text }: { icon: ReactNode; number: number; text: string }) {
  const language = useLanguage()
  return (
    <li className="card-margin__number" title={text}>
      {icon}
      <span aria-hidden="true">{formatNumber(number, language)}</span>
      <span className="visually-hidden">{text}</span>
    </li>
  )
}
