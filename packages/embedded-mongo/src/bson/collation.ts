/**
 * Collations. Comparing and sorting use the platform's ICU collator. Index keys need bytes, and JavaScript offers no
 * collation sort keys; so an index folds strings (strength 1: base letters; strength 2: base letters and accents) and can
 * answer equality only. Higher strengths are folded to NFC. Fetched documents are matched again with the collator.
 */

import { Int32 } from 'bson'
import { refuse } from '../mongo-error.js'
import { type Collation, compareValues } from './compare.js'
import { numberOr } from './numbers.js'
import { type Document, isDocument, isText, textOf, type Value } from './value.js'

export type Fold = ((text: string) => string) | undefined

/** The given collation, or undefined for the simple (binary) one. Refuses an unknown locale. */
export function parseCollation(specification: Value): Document | undefined {
  if (!isDocument(specification)) return undefined
  const { locale } = specification
  if (!isText(locale))
    refuse('FailedToParse', "BSON field 'collation.locale' is missing but a required field")
  return textOf(locale) === 'simple' ? undefined : specification
}

export function collatorFor(specification: Document | undefined): Collation {
  if (!specification) return undefined
  const strength = numberOr(specification.strength, 3)
  const sensitivity = strength === 1 ? 'base' : strength === 2 ? 'accent' : 'variant'
  const locale = isText(specification.locale) ? textOf(specification.locale) : 'en'
  try {
    return new Intl.Collator(locale.replace(/@.*/, '').replaceAll('_', '-'), {
      sensitivity: specification.caseLevel === true && strength === 1 ? 'case' : sensitivity,
      numeric: specification.numericOrdering === true,
      ignorePunctuation: specification.alternate === 'shifted',
    })
  } catch {
    return refuse('BadValue', `Field 'locale' is invalid in: { locale: "${locale}" }`)
  }
}

export function foldFor(specification: Document | undefined): Fold {
  if (!specification) return undefined
  const strength = numberOr(specification.strength, 3)
  if (strength >= 3) return text => text.normalize('NFC')
  // By way of upper case, so that ß and SS meet, as they do in ICU.
  const lower = (text: string) => text.toUpperCase().toLowerCase().normalize('NFD')
  return strength === 1 ? text => lower(text).replace(/\p{M}/gu, '') : lower
}

/** Whether an index with one collation can serve a query with the other. */
export function sameCollation(a: Document | undefined, b: Document | undefined): boolean {
  return compareValues(comparable(a), comparable(b)) === 0
}

function comparable(specification: Document | undefined): Value {
  if (!specification) return null
  return {
    locale: specification.locale,
    strength: new Int32(numberOr(specification.strength, 3)),
    caseLevel: specification.caseLevel === true,
    numericOrdering: specification.numericOrdering === true,
  }
}
