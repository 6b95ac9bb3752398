import type { Editor } from '@tiptap/core'
import { type RefObject, useEffect, useEffectEvent, useState } from 'react'
import { createEditor, type EditorParts } from './create-editor.js'

type Options = Omit<EditorParts, 'element'> & {
  /** Nothing can be changed any more, for the time being. */
  locked: boolean
}

/** The editor inside an element, as long as the component is there; null before. */
export function useTextEditor(element: RefObject<HTMLElement | null>, options: Options): Editor | null {
  const { session, typist, editable, attributes, wishes, locked } = options
  const [editor, setEditor] = useState<Editor | null>(null)
  const link = useEffectEvent(() => wishes.link())
  const images = useEffectEvent((files: File[]) => wishes.images(files))
  const toolbar = useEffectEvent(() => wishes.toolbar())
  const create = useEffectEvent((over: Pick<EditorParts, 'element' | 'session' | 'editable'>) =>
    createEditor({ ...over, typist, attributes, wishes: { link, images, toolbar } }),
  )
  useEffect(() => {
    if (element.current === null) return
    const created = create({ element: element.current, session, editable })
    setEditor(created)
    return () => {
      setEditor(null)
      created.destroy()
    }
  }, [element, session, editable])
  useEffect(() => {
    editor?.setEditable(editable && !locked, false)
  }, [editor, editable, locked])
  return editor
}
