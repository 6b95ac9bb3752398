import type { ExportsPage } from '@randnotiz/contract/answers/exports/endpoints'
import {
  type ExportOrder,
  type SynopsisFilter,
  type SynopsisFormat,
  type SynopsisTitles,
  type TextFormat,
  unfiltered,
} from '@randnotiz/contract/answers/exports/order'
import type { VersionName } from '@randnotiz/contract/publishing/version'
import { useState } from 'react'
import { useLanguage } from '../../../platform/i18n/use-language.js'

export type ExportWish = {
  kind: ExportOrder['kind']
  synopsisFormat: SynopsisFormat
  textFormat: TextFormat
  names: 'without' | 'with'
  answers: 'published' | 'all'
  filter: SynopsisFilter
  titles: SynopsisTitles
  /** Place of the document in the page. */
  document: number
  from: VersionName | null
  to: VersionName | null
}

export type ExportForm = {
  wish: ExportWish
  change(change: Partial<ExportWish>): void
  order(): ExportOrder | null
}

/** What somebody chooses; what does not belong to the chosen kind of file is kept for when they come back to it. */
export function useExportForm({ process, documents, titles }: ExportsPage): ExportForm {
  const language = useLanguage()
  const [wish, setWish] = useState<ExportWish>({
    kind: 'synopsis',
    synopsisFormat: 'docx',
    textFormat: 'docx',
    names: 'without',
    answers: 'published',
    filter: unfiltered,
    titles,
    document: 0,
    from: null,
    to: null,
  })
  const document = documents[wish.document]
  const versions = document?.versions ?? []
  return {
    wish,
    change: change => setWish(before => ({ ...before, ...change })),
    order: () => {
      const { kind, names, answers, filter, titles, synopsisFormat, textFormat } = wish
      const to = wish.to ?? versions[0]?.version
      const from = wish.from ?? versions[1]?.version ?? to
      switch (kind) {
        case 'synopsis':
          return {
            kind,
            processId: process.id,
            format: synopsisFormat,
            language,
            names,
            answers,
            filter,
            titles,
          }
        case 'paper':
          return { kind, processId: process.id, language }
        case 'text':
          return document && to
            ? { kind, documentId: document.id, version: to, format: textFormat, language }
            : null
        case 'comparison':
          return document && from && to
            ? { kind, documentId: document.id, from, to, format: textFormat, language }
            : null
      }
    },
  }
}
