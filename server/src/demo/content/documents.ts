import { buildingBlocks } from './documents/building-blocks.js'
import type { DemoDocument } from './documents/demo-document.js'
import { measures } from './documents/measures.js'

/** Everything about the fifteen demo texts but the texts themselves, in the order in which they are shown. */
/** Those that `plain/` has in plain language, by their slugs. */
export const demoPlainTexts = [
  'allgemeines-zielbild',
  'mobile-stadt',
  'interaktive-stadt',
  'soziale-stadt',
  'qr-code-wuerfel',
  'stadtkontakt-mobil',
] as const

export const demoDocuments: DemoDocument[] = [...buildingBlocks, ...measures]
