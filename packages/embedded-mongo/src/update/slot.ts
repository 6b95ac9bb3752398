/** A place in a document under construction: a field of a document or an element of an array. */
import { type Document, fieldOf, setField, type Value } from '../bson/value.js'

export class Slot {
  constructor(
    private readonly parent: Document | Value[],
    readonly name: string,
  ) {}

  get value(): Value {
    return Array.isArray(this.parent) ? this.parent[Number(this.name)] : fieldOf(this.parent, this.name)
  }

  set value(value: Value) {
    if (Array.isArray(this.parent)) this.parent[Number(this.name)] = value
    else setField(this.parent, this.name, value)
  }

  /** An array keeps its length and gets a null. */
  remove(): void {
    if (!Array.isArray(this.parent)) delete this.parent[this.name]
    else if (Number(this.name) < this.parent.length) this.parent[Number(this.name)] = null
  }
}
