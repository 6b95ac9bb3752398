import { Note } from '../parts/note.js'
import type { PlacedAnnotation } from './margin-order.js'
import { MoreNotes, useFirst } from './more-notes.js'
import { useHashNote } from './use-hash-note.js'

type GroupProps = {
  id: string
  heading: string
  explained?: string
  notes: readonly PlacedAnnotation[]
}

/** Notes that do not stand beside a passage, the first ones of very many. */
export function NoteGroup({ id, heading, explained, notes }: GroupProps) {
  const { first, showMore } = useFirst()
  const linked = useHashNote()
  if (notes.length === 0) return null
  const drawn = notes.filter(({ annotation }, number) => number < first || annotation.id === linked)
  return (
    <div className="note-group" id={id}>
      <h3>{heading}</h3>
      {explained !== undefined && <p className="note__place">{explained}</p>}
      <ul>
        {drawn.map(({ annotation, place }) => (
          <li key={annotation.id}>
            <Note annotation={annotation} place={place} where="margin" />
          </li>
        ))}
      </ul>
      <MoreNotes notes={notes} drawn={drawn.length} onMore={showMore} />
    </div>
  )
}
