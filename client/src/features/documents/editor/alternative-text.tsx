import { TextField } from '@randnotiz/ui/text-field'
import { useEditorTexts } from './use-editor-texts.js'

/** What stands for an image where it cannot be seen. A decorative image is passed over, which has to be said. */
export type AlternativeText = { words: string; decorative: boolean }

/** The `alt` of the image; null while it is undecided. */
export function altOf({ words, decorative }: AlternativeText): string | null {
  if (decorative) return ''
  return words.trim() || null
}

type Props = { value: AlternativeText; missing: boolean; onChange(value: AlternativeText): void }

export function AlternativeTextFields({ value, missing, onChange }: Props) {
  const texts = useEditorTexts().image
  return (
    <>
      <TextField
        label={texts.alt}
        hint={texts.altHint}
        error={missing ? texts.altMissing : null}
        value={value.words}
        disabled={value.decorative}
        autoComplete="off"
        onChange={event => onChange({ ...value, words: event.target.value })}
      />
      <label className="editor-choice">
        <input
          type="checkbox"
          checked={value.decorative}
          onChange={event => onChange({ ...value, decorative: event.target.checked })}
        />
        {texts.decorative}
      </label>
    </>
  )
}
