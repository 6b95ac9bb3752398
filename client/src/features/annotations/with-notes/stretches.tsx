import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { AnnotatedStretch } from '@randnotiz/contract/annotations/with-notes'
import { useTranslation } from 'react-i18next'
import { NoteInText } from './note-in-text.js'

/** Blocks of the text, and what was said about the last of them. */
export function Stretch({ html, level, notes, slug }: AnnotatedStretch & { slug: string }) {
  return (
    <div className="with-notes__stretch">
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the server made it from the document's own table of tags. */}
      <div className="document prose" lang="de" dangerouslySetInnerHTML={{ __html: html }} />
      <NotesHere notes={notes} level={level + 1} slug={slug} />
    </div>
  )
}

type NotesProps = { notes: readonly Annotation[]; level: number; slug: string }

/** Under a heading of the next level, so that a list of headings leads through text and contributions alike. */
function NotesHere({ notes, level, slug }: NotesProps) {
  const { t } = useTranslation('annotations')
  if (notes.length === 0) return null
  const Heading = headings[Math.min(level, headings.length) - 1] ?? 'h6'
  return (
    <div className="with-notes__notes">
      <Heading className="with-notes__count">{t('withNotes.here', { count: notes.length })}</Heading>
      {notes.map(annotation => (
        <NoteInText key={annotation.id} annotation={annotation} slug={slug} />
      ))}
    </div>
  )
}

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

type GroupProps = {
  id: string
  heading: string
  explained?: string
  notes: readonly Annotation[]
  slug: string
}

/** Contributions that belong to no block, before or behind the text. */
export function NotesApart({ id, heading, explained, notes, slug }: GroupProps) {
  if (notes.length === 0) return null
  return (
    <section className="with-notes__notes" aria-labelledby={id}>
      <h2 id={id} className="with-notes__apart">
        {heading}
      </h2>
      {explained !== undefined && <p className="with-notes__explained">{explained}</p>}
      {notes.map(annotation => (
        <NoteInText key={annotation.id} annotation={annotation} slug={slug} />
      ))}
    </section>
  )
}
