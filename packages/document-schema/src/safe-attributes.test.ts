import { describe, expect, it } from 'vitest'
import {
  alignClass,
  columnWidthClass,
  safeBlockId,
  safeHref,
  safeMediaSrc,
  wholeNumber,
} from './safe-attributes.js'

describe('links', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org',
    'HTTPS://EXAMPLE.ORG',
    'mailto:rathaus@example.org',
    'tel:+4952319770',
    '/dokumente/1',
    '#block-a',
    '?seite=2',
    'https://example.org/stra%C3%9Fe',
    'https://example.org/straße',
  ])('may lead to %s', href => {
    expect(safeHref(href)).toBe(href)
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'java\u200bscript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    '//example.org',
    '/\\example.org',
    'example.org',
    'https://example.org/a b',
    '',
    ' ',
    `https://example.org/${'a'.repeat(2_048)}`,
    null,
    undefined,
    7,
    { href: '/a' },
  ])('must not lead to %j', href => {
    expect(safeHref(href)).toBeNull()
  })
})

describe('images', () => {
  it.each(['/media/0123456789abcdef01234567.webp', '/media/2027/bild-1.webp'])('may be %s', src => {
    expect(safeMediaSrc(src)).toBe(src)
  })

  it.each([
    'https://example.org/a.webp',
    '//example.org/media/a.webp',
    '/media/',
    '/media/../api/session',
    '/media/..',
    '/media/a/../../x',
    '/media//example.org',
    '/media/%2e%2e/x',
    '/media/a.webp?x=1',
    '/media/\\example.org',
    '/mediathek/a.webp',
    'data:image/png;base64,AAAA',
    `/media/${'a'.repeat(600)}`,
    null,
  ])('must not be %j', src => {
    expect(safeMediaSrc(src)).toBeNull()
  })
})

it('takes whole numbers within bounds, and no text that looks like one', () => {
  const bounds = { from: 1, to: 10 }
  expect([1, 10, 0, 11, 1.5, Number.NaN, '5', null].map(value => wholeNumber(value, bounds))).toEqual([
    '1',
    '10',
    ...Array(6).fill(null),
  ])
})

it('takes block ids of the agreed form', () => {
  expect(safeBlockId('k3f9_-A')).toBe('k3f9_-A')
  for (const wrong of ['', 'a b', 'a"b', 'ä', 'a'.repeat(65), 5, null]) expect(safeBlockId(wrong)).toBeNull()
})

it('turns column widths into steps', () => {
  expect([[40], [59], [61], [5_000], [1], [100, 60]].map(columnWidthClass)).toEqual([
    'column-width-1',
    'column-width-1',
    'column-width-2',
    'column-width-20',
    'column-width-1',
    'column-width-4',
  ])
  for (const wrong of [null, [], [0], [-40], ['40'], [Number.NaN], '40'])
    expect(columnWidthClass(wrong)).toBeNull()
})

it('knows two alignments that need a class', () => {
  expect(['center', 'right', 'left', 'x" onclick', null].map(alignClass)).toEqual([
    'align-center',
    'align-right',
    null,
    null,
    null,
  ])
})
