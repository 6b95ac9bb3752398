import type { ToolbarAction } from './toolbar-actions.js'

const image = [
  {
    name: 'describeImage',
    run: desk => desk.openDescriptionDialog(),
    isPossible: editor => editor.isActive('image'),
  },
  {
    name: 'deleteImage',
    run: ({ editor }) => editor.chain().focus().deleteSelection().run(),
    isPossible: editor => editor.isActive('image'),
  },
] as const satisfies ToolbarAction[]

/** What can be done to the selected image. */
export const imageGroups = [image] as const
