import type { DocumentSummary, MeasureFacts } from '@randnotiz/contract/documents/document'
import { DocumentId, ProcessId } from '@randnotiz/contract/kit/ids'
import { describe, expect, it } from 'vitest'
import {
  measureFilterAddress,
  measuresThat,
  readMeasureFilter,
  themeKey,
  themesOf,
} from './measure-filter.js'

const both = (text: string) => ({ de: text, en: `${text} (en)` })
const id = (number: number) => number.toString(16).padStart(24, '0')

function aMeasure(number: number, status: MeasureFacts['status'], themes: string[]): DocumentSummary {
  const facts: MeasureFacts = {
    responsibleUnit: both('Amt'),
    contact: '',
    partners: [],
    place: both('Markt'),
    duration: both('ein Jahr'),
    cost: both('nichts'),
    funding: both('keine'),
    status,
    themes: themes.map(both),
  }
  return {
    id: DocumentId.parse(id(number)),
    processId: ProcessId.parse(id(99)),
    slug: `massnahme-${number}`,
    kind: 'measure',
    number,
    title: both(`Maßnahme ${number}`),
    teaser: both('Kurz gesagt.'),
    leeway: 'codecided',
    leewayText: null,
    facts,
  }
}

const measures = [
  aMeasure(1, 'running', ['Mobilität', 'Klima & Energie']),
  aMeasure(2, 'planned', ['Klima & Energie']),
  aMeasure(3, 'running', ['Große Straßen']),
]
const read = (query: string) => readMeasureFilter(new URLSearchParams(query), measures)
const numbers = (query: string) => measuresThat(measures, read(query)).map(({ number }) => number)

describe('the filter of measures', () => {
  it('names themes in addresses without signs that would have to be written otherwise', () => {
    expect(themesOf(measures).map(({ key }) => key)).toEqual([
      'mobilitat',
      'klima-energie',
      'grosse-strassen',
    ])
    expect(themeKey(both('  Bildung, Kultur! '))).toBe('bildung-kultur')
  })

  it('shows what has the theme and the status asked for', () => {
    expect(numbers('')).toEqual([1, 2, 3])
    expect(numbers('thema=klima-energie')).toEqual([1, 2])
    expect(numbers('stand=running')).toEqual([1, 3])
    expect(numbers('thema=klima-energie&stand=running')).toEqual([1])
    expect(numbers('thema=grosse-strassen&stand=planned')).toEqual([])
  })

  it('leaves open what is asked in vain', () => {
    expect(read('thema=gibt-es-nicht&stand=kaputt')).toEqual({ theme: null, status: null })
    expect(read('thema=&stand=')).toEqual({ theme: null, status: null })
  })

  it('is found again in its own address', () => {
    for (const filter of [
      { theme: null, status: null },
      { theme: 'klima-energie', status: null },
      { theme: 'mobilitat', status: 'planned' },
    ] as const)
      expect(read(new URL(measureFilterAddress(filter), 'http://localhost').search)).toEqual(filter)
    expect(measureFilterAddress({ theme: null, status: null })).toBe('/#massnahmen')
  })
})
