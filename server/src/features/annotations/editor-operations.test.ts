import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Outcome, openEditingTown } from './testing/editing-town.js'
import type { Expectation } from './testing/editor-case.js'
import { editorCases } from './testing/editor-cases.js'
import { excerptAt, locate } from './testing/marked-text.js'

let town: Awaited<ReturnType<typeof openEditingTown>>
beforeAll(async () => {
  town = await openEditingTown()
})
afterAll(() => town.close())

describe('a passage, when editors go about their work', () => {
  it.concurrent.each(editorCases)('$name', async one => {
    const outcome = await town.run(one)
    expect(outcome.annotation.target).toEqual(outcome.created.target)
    expect(becameOf(outcome), outcome.text).toEqual(wanted(one.expect, outcome.text))
    expect(paintedBy(outcome)).toEqual(paintWanted(one.expect, outcome.text))
    expect(isHonestMeanwhile(outcome, one.expect), meanwhileShown(outcome)).toBe(true)
  })
})

/** In words, so that a failure can be read. */
function becameOf({ annotation: { resolution }, text }: Outcome): string {
  switch (resolution.status) {
    case 'exact':
    case 'changed':
      return `stays: ${excerptAt(text, resolution.range)}`
    case 'suggested':
      return `suggested: ${excerptAt(text, resolution.range)}`
    case 'orphaned':
    case 'pending':
    case 'whole':
      return resolution.status
  }
}

function wanted(expected: Expectation, text: string): string {
  if (expected === 'orphaned') return expected
  return 'stays' in expected
    ? `stays: ${excerptAt(text, locate(expected.stays, text))}`
    : `suggested: ${excerptAt(text, locate(expected.suggested, text))}`
}

function paintedBy({ painted, text }: Outcome): string[] {
  return painted.map(place => (place.type === 'attached' ? excerptAt(text, place.range) : place.type))
}

function paintWanted(expected: Expectation, text: string): string[] {
  const one =
    expected === 'orphaned'
      ? expected
      : 'stays' in expected
        ? excerptAt(text, locate(expected.stays, text))
        : 'suggested'
  return [one, one, one]
}

/** Until the server has looked a browser may have lost a passage, but must not show it at other words. */
function isHonestMeanwhile({ meanwhile, text }: Outcome, expected: Expectation): boolean {
  if (meanwhile.type !== 'attached') return true
  if (expected === 'orphaned' || !('stays' in expected)) return false
  const { start, end } = locate(expected.stays, text)
  return meanwhile.range.start === start && meanwhile.range.end === end
}

function meanwhileShown({ meanwhile, text }: Outcome): string {
  return meanwhile.type === 'attached' ? `meanwhile: ${excerptAt(text, meanwhile.range)}` : meanwhile.type
}
