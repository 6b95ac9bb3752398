// @vitest-environment happy-dom
import {
  ImportAnnotations,
  type ImportReport,
  type ImportRow,
} from '@randnotiz/contract/annotations/exchange/import'
import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { accept, type Result, refuse } from '@randnotiz/contract/kit/result'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { App } from '../../../app/app.js'
import { aProcessPage } from '../../../app/testing/a-process-page.js'
import { answering } from '../../../app/testing/answering.js'
import { textsDe } from '../../../app/texts/de.js'
import { createI18n } from '../../../platform/i18n/create-i18n.js'
import { createQueryClient } from '../../../platform/query-client.js'
import { noRealtime } from '../../../platform/realtime.js'
import { ImportDesk } from './import-desk.js'
import { groupsOf } from './import-groups.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const row = (
  number: number,
  change: Partial<Exclude<ImportRow, { outcome: 'refused' }>> = {},
): ImportRow => ({
  row: number,
  sourceId: `x:${number}`,
  outcome: 'new',
  author: 'Lerche',
  quote: 'ein Zitat',
  place: { status: 'exact', confidence: 1, words: 'ein Zitat' },
  replies: 0,
  annotationId: null,
  ...change,
})

const report: ImportReport = {
  run: 'check',
  rows: [
    row(1),
    { row: 2, sourceId: 'x:2', outcome: 'refused', problem: 'no-text' },
    row(3, { place: { status: 'suggested', confidence: 0.4, words: 'ein ähnliches Zitat' } }),
    row(4, { outcome: 'known', annotationId: null }),
  ],
}

async function open(answer: (run: ImportAnnotations['run']) => Result<ImportReport>) {
  const [document] = aProcessPage('Mobile Stadt').documents
  if (document === undefined) throw new Error('there is a document')
  const page = window.document.body.appendChild(window.document.createElement('div'))
  const runs: ImportAnnotations['run'][] = []
  const call: CallEndpoint = (endpoint, input) => {
    const { run } = ImportAnnotations.parse(input.body)
    runs.push(run)
    return answering({ importAnnotations: answer(run) })(endpoint, input)
  }
  const parts = {
    platform: { call, realtime: noRealtime },
    queryClient: createQueryClient(),
    i18n: createI18n('de', textsDe),
  }
  const desk = (
    <App {...parts}>
      <ImportDesk documents={[document]} />
    </App>
  )
  await act(async () => createRoot(page).render(desk))
  const press = (words: string) =>
    act(async () =>
      [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.includes(words))?.click(),
    )
  const choose = async (...files: File[]) => {
    const input = page.querySelector<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input, 'files', { value: files, configurable: true })
    await act(async () => input?.dispatchEvent(new Event('change', { bubbles: true })))
  }
  return { page, runs, press, choose }
}

afterEach(() => window.document.body.replaceChildren())

describe('the desk for taking over', () => {
  it('checks first, shows what needs an eye first, and then takes over', async () => {
    const { page, runs, press, choose } = await open(run => accept({ ...report, run }))
    await press('Erst prüfen')
    expect(page.textContent).toContain('Bitte wählen Sie mindestens eine Datei.')
    expect(runs).toEqual([])
    await choose(new File(['[]'], 'a.json'))
    await press('Erst prüfen')
    await vi.waitFor(() => expect(page.textContent).toContain('Noch ist nichts gespeichert.'))
    const groups = [...page.querySelectorAll('details')].map(group => [
      group.open,
      group.querySelector('.badge')?.textContent,
    ])
    expect(groups).toEqual([
      [true, 'Nicht übernommen'],
      [true, 'Bitte prüfen'],
      [false, 'An ihrer Textstelle'],
      [false, 'Schon da'],
    ])
    expect(page.textContent).toContain('ein ähnliches Zitat')
    expect(window.document.activeElement?.textContent).toBe('Das würde übernommen')
    await press('2 Beiträge übernehmen')
    await vi.waitFor(() => expect(page.textContent).toContain('Alles ist gespeichert.'))
    expect(runs).toEqual(['check', 'take'])
  })

  it('says why nothing could be read, and keeps what was chosen', async () => {
    const { page, press, choose } = await open(() => refuse('annotations/import-unreadable'))
    await choose(new File(['x'], 'a.json'))
    await press('Erst prüfen')
    await vi.waitFor(() =>
      expect(page.querySelector('[role=alert]')?.textContent).toContain('keine Beiträge gefunden'),
    )
  })
})

it('groups nothing away', () => {
  expect(groupsOf(report.rows).flatMap(({ rows }) => rows).length).toBe(report.rows.length)
})
