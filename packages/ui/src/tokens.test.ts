import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const sheet = readFileSync(new URL('tokens.css', import.meta.url), 'utf8')

/** Colours by name, each in the light and the dark scheme. */
const colours = new Map(
  [...sheet.matchAll(/--colour-([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
)

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const papers = ['table', 'sheet', 'sheet-sunken']
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'accent-strong', 'note', 'note-strong']
const states = ['success', 'warning', 'problem']

/** Which words stand on which ground. */
const text: [ink: string, ground: string][] = [
  ...papers.flatMap(paper => inks.map((ink): [string, string] => [ink, paper])),
  ...papers.flatMap(paper => states.map((state): [string, string] => [`${state}-ink`, paper])),
  ...states.flatMap((state): [string, string][] => [
    [`${state}-ink`, `${state}-soft`],
    ['ink', `${state}-soft`],
  ]),
  ['accent-ink', 'accent'],
  ['accent-ink', 'accent-strong'],
  ['accent-strong', 'accent-soft'],
  ['note-ink', 'note'],
  ['note-strong', 'note-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'note-soft'],
  ['ink', 'marker'],
  ['ink', 'marker-strong'],
]

/** What has to be told from the paper around it to be used at all. */
const shapes: [shape: string, ground: string][] = papers.flatMap((paper): [string, string][] => [
  ['edge', paper],
  ['focus', paper],
])

describe.each(['light', 'dark'] as const)('colours in the %s scheme', scheme => {
  const ratio = (one: string, other: string) =>
    contrast(colours.get(one)?.[scheme] ?? '', colours.get(other)?.[scheme] ?? '')

  it.each(text)('let %s be read on %s', (ink, ground) => {
    expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('let %s be seen on %s', (shape, ground) => {
    expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
