import { bodyLimit } from '@randnotiz/contract/annotations/annotation'
import { useTranslation } from 'react-i18next'

/** From here on the count is shown; before, it would only be in the way. */
const worthTelling = 500

export function CharactersLeft({ text }: { text: string }) {
  const { t } = useTranslation('annotations')
  const left = bodyLimit - text.trim().length
  if (left > worthTelling) return null
  return (
    <p className="characters-left" data-over={left < 0 || undefined}>
      {left < 0 ? t('form.over', { count: -left }) : t('form.left', { count: left })}
    </p>
  )
}
