import { Button } from '@randnotiz/ui/button'
import { TextField } from '@randnotiz/ui/text-field'
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { FormDialog } from './form-dialog.js'
import { linkAddress } from './link-address.js'
import { linkPlaceOf, removeLink, setLinkAt } from './link-commands.js'
import { useEditorTexts } from './use-editor-texts.js'

type Props = { editor: Editor; onClose(): void }

/** Sets, changes or removes the link at the selection. */
export function LinkDialog({ editor, onClose }: Props) {
  const texts = useEditorTexts().link
  const [place] = useState(() => linkPlaceOf(editor))
  const [typed, setTyped] = useState(place.kind === 'existing' ? place.href : '')
  const [words, setWords] = useState('')
  const [problem, setProblem] = useState<string | null>(null)

  const apply = () => {
    const href = linkAddress(typed)
    if (href === null) {
      setProblem(texts.addressInvalid)
      return
    }
    onClose()
    setLinkAt(editor, place, { href, words: words.trim() || typed.trim() })
  }
  const remove = () => {
    onClose()
    removeLink(editor)
  }
  return (
    <FormDialog
      title={place.kind === 'existing' ? texts.change : texts.add}
      submitLabel={texts.set}
      cancelLabel={texts.cancel}
      onClose={onClose}
      onSubmit={apply}
      more={place.kind === 'existing' && <Button onClick={remove}>{texts.remove}</Button>}
    >
      <TextField
        label={texts.address}
        hint={texts.addressHint}
        error={problem}
        value={typed}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={event => {
          setTyped(event.target.value)
          setProblem(null)
        }}
      />
      {place.kind === 'caret' && (
        <TextField
          label={texts.words}
          hint={texts.wordsHint}
          value={words}
          autoComplete="off"
          onChange={event => setWords(event.target.value)}
        />
      )}
    </FormDialog>
  )
}
