import type { EditorCase } from './editor-case.js'
import { aliveButWrong } from './editor-cases/alive-but-wrong.js'
import { blockTypes } from './editor-cases/block-types.js'
import { deleting } from './editor-cases/deleting.js'
import { moving } from './editor-cases/moving.js'
import { replacing } from './editor-cases/replacing.js'
import { splittingAndJoining } from './editor-cases/splitting-and-joining.js'
import { typing } from './editor-cases/typing.js'
import { wholeTexts } from './editor-cases/whole-texts.js'

/** Everything an editor can do to a text with a passage in it, and what must come of the passage. */
export const editorCases: EditorCase[] = [
  ...typing,
  ...deleting,
  ...splittingAndJoining,
  ...blockTypes,
  ...moving,
  ...replacing,
  ...wholeTexts,
  ...aliveButWrong,
]
