/** Update operators against a model that is as plain as possible: JavaScript numbers and arrays. */
import { EJSON, Int32, Timestamp } from 'bson'
import { expect } from 'vitest'
import { fromPlainDocument, toPlainDocument } from '../aggregate/plain-values.js'
import { compileUpdate } from '../update/compile-update.js'
import { fuzz, type Random, rounds } from './random.js'

type Field = number | number[] | undefined
type Model = Record<string, Field>
interface Change {
  update: Record<string, Record<string, unknown>>
  apply: (model: Model) => void
}

const MOMENT = { date: new Date(0), timestamp: new Timestamp({ t: 0, i: 0 }), inserting: false }
const NUMBERS = ['m', 'n']
const LISTS = ['k', 'l']

function numberChange(random: Random): Change {
  const field = random.pick(NUMBERS)
  const by = random.below(7) - 3
  const current = (model: Model) => Number(model[field] ?? 0)
  return random.oneOf<Change>(
    () => ({ update: { $set: { [field]: by } }, apply: model => assign(model, field, by) }),
    () => ({ update: { $unset: { [field]: '' } }, apply: model => assign(model, field, undefined) }),
    () => ({ update: { $inc: { [field]: by } }, apply: model => assign(model, field, current(model) + by) }),
    () => ({
      update: { $mul: { [field]: by } },
      apply: model => assign(model, field, current(model) * by + 0),
    }),
    () => ({
      update: { $min: { [field]: by } },
      apply: model => assign(model, field, Math.min(Number(model[field] ?? by), by)),
    }),
    () => ({
      update: { $max: { [field]: by } },
      apply: model => assign(model, field, Math.max(Number(model[field] ?? by), by)),
    }),
  )
}

function listChange(random: Random): Change {
  const field = random.pick(LISTS)
  const values = random.list(random.below(4), () => random.below(5))
  const limit = random.below(5)
  const list = (model: Model): number[] => {
    const current = model[field]
    return Array.isArray(current) ? current : []
  }
  const ifPresent = (model: Model, change: (current: number[]) => number[]) => {
    if (model[field] !== undefined) assign(model, field, change(list(model)))
  }
  return random.oneOf<Change>(
    () => ({
      update: { $push: { [field]: { $each: values } } },
      apply: model => assign(model, field, [...list(model), ...values]),
    }),
    () => ({
      update: { $push: { [field]: { $each: values, $position: 0, $sort: 1, $slice: limit } } },
      apply: model => assign(model, field, [...values, ...list(model)].sort((a, b) => a - b).slice(0, limit)),
    }),
    () => ({
      update: { $push: { [field]: { $each: values, $slice: -limit - 1 } } },
      apply: model => assign(model, field, [...list(model), ...values].slice(-limit - 1)),
    }),
    () => ({
      update: { $addToSet: { [field]: { $each: values } } },
      apply: model =>
        assign(model, field, [...list(model), ...new Set(values.filter(v => !list(model).includes(v)))]),
    }),
    () => ({
      update: { $pop: { [field]: 1 } },
      apply: model => ifPresent(model, current => current.slice(0, -1)),
    }),
    () => ({
      update: { $pop: { [field]: -1 } },
      apply: model => ifPresent(model, current => current.slice(1)),
    }),
    () => ({
      update: { $pull: { [field]: { $gte: limit } } },
      apply: model => ifPresent(model, current => current.filter(v => v < limit)),
    }),
    () => ({
      update: { $pullAll: { [field]: values } },
      apply: model => ifPresent(model, current => current.filter(v => !values.includes(v))),
    }),
    () => ({
      update: { $rename: { [field]: 'moved' } },
      apply: model => {
        if (model[field] === undefined) return
        assign(model, 'moved', list(model))
        assign(model, field, undefined)
      },
    }),
  )
}

function assign(model: Model, field: string, value: Field): void {
  if (value === undefined) delete model[field]
  else model[field] = value
}

/** Fields in alphabetical order: the model does not care where a new field goes. */
const shown = (model: Record<string, unknown>): string =>
  EJSON.stringify(Object.fromEntries(Object.entries(model).sort()))

fuzz('updates do what a plain model does', random => {
  for (let round = 0; round < rounds(400); round++) {
    const model: Model = {}
    let document = fromPlainDocument({ _id: new Int32(round) })
    for (let step = 0; step < 25; step++) {
      const change = random.chance(0.4) ? numberChange(random) : listChange(random)
      const before = shown(model)
      change.apply(model)
      document = compileUpdate(fromPlainDocument(change.update)).apply(document, MOMENT)
      const { _id, ...actual } = toPlainDocument(document)
      expect(_id).toBe(round)
      if (shown(actual) !== shown(model))
        expect.fail(`${EJSON.stringify(change.update)} on ${before} gave ${shown(actual)}`)
    }
  }
})
