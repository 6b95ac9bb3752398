import type { DeedParts } from '../deeds/parts.js'

export type IntakeParts = Pick<
  DeedParts,
  'intake' | 'annotations' | 'processes' | 'importPeople' | 'renameImported' | 'feed' | 'clock'
>

/** How the author of an item is known among the authors. */
export const personKeyOf = (itemId: string): string => `intake ${itemId}`

/** What the author is called in public who does not want to be named. */
export const publicNameOf = (number: string): string => `Eingang ${number}`
