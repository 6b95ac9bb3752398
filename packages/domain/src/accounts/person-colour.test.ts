import { expect, it } from 'vitest'
import { personColour } from './person-colour.js'

const channel = (value: number) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(
    at => Number.parseInt(colour.slice(at, at + 2), 16) / 255,
  )
  return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
}

it('gives white letters a contrast of 4.5 to 1 on every colour', () => {
  const colours = new Set(Array.from({ length: 200 }, (_, n) => personColour(`person ${n}`)))
  expect(colours.size).toBe(10)
  for (const colour of colours) expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5)
})
