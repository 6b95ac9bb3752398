import type { Typist } from './presence.js'
import { useEditorTexts } from './use-editor-texts.js'

/** More faces than this are a number. */
const shownFaces = 5

/** Who is in the text right now, oneself first; names for everybody, colours for those who see them. */
export function PresenceList({ typists }: { typists: readonly Typist[] }) {
  const texts = useEditorTexts().presence
  const shown = typists.length > shownFaces + 1 ? typists.slice(0, shownFaces) : typists
  const rest = typists.slice(shown.length)
  return (
    <ul className="presence" aria-label={texts.label}>
      {shown.map(({ name, colour }, place) => (
        <li key={name} className="presence__person" ref={element => colourIn(element, colour)} title={name}>
          <span aria-hidden>{initialsOf(name)}</span>
          <span className="visually-hidden">{place === 0 ? `${name} (${texts.you})` : name}</span>
        </li>
      ))}
      {rest.length > 0 && (
        <li
          className="presence__person presence__person--rest"
          title={rest.map(({ name }) => name).join(', ')}
        >
          <span aria-hidden>+{rest.length}</span>
          <span className="visually-hidden">{rest.map(({ name }) => name).join(', ')}</span>
        </li>
      )}
    </ul>
  )
}

/** Through the CSSOM, as the page's policy asks. */
function colourIn(element: HTMLElement | null, colour: string) {
  element?.style.setProperty('--caret-colour', colour)
}

/** `Jonas Weber` is `JW`, `anna` is `AN`. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s_-]+/).filter(word => word !== '')
  const letters = words.length > 1 ? words.slice(0, 2).map(firstLetter) : [...name.trim()].slice(0, 2)
  return letters.join('').toLocaleUpperCase('de')
}

const firstLetter = (word: string) => [...word][0] ?? ''
