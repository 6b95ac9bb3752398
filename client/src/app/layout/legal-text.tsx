import { useTranslation } from 'react-i18next'

type Props = { text: 'imprint' | 'privacy' | 'accessibility' }

/** One of the texts that a public site owes its visitors. Each is a title and a few headed paragraphs. */
export function LegalText({ text }: Props) {
  const { t } = useTranslation('legal')
  const sections = Object.values(t(`${text}.sections`, { returnObjects: true }))
  return (
    <article className="column page prose">
      <h1>{t(`${text}.title`)}</h1>
      {sections.map(({ heading, text }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
    </article>
  )
}
