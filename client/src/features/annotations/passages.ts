/**
 * The part of annotating that needs the live document and brings Yjs along: where annotations stand in it, and what a
 * reader's passage is in its terms. Loaded once the text is live.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { PassageClaim, TextRange } from '@randnotiz/contract/annotations/target'
import type { FlatIndex } from '@randnotiz/document-schema/flat-text'
import type { AnnotatedText } from './painting/annotated-text.js'
import { type Place, placeAnnotations, placeInRelease, suggestedPlace } from './painting/place.js'
import { type ClaimResult, claimPassage, type RenewedClaim, renewClaim } from './writing/passage-claim.js'

export type Passages = {
  /** The text on the page as it is now. */
  index(): FlatIndex
  place(annotations: readonly Annotation[]): Place[]
  claim(selected: TextRange): ClaimResult
  renew(claim: PassageClaim): RenewedClaim
  /** The place that is only suggested for an annotation; null for any other, and when it is gone. */
  suggestion(annotation: Annotation): TextRange | null
}

export function passagesOf(text: AnnotatedText): Passages {
  const { releaseNumber: release } = text
  const seen = () => ({
    index: text.flatIndex(),
    stateVector: text.stateVector(),
    ...(release === undefined ? {} : { release }),
  })
  return {
    index: () => text.flatIndex(),
    place: annotations =>
      release === undefined
        ? placeAnnotations(annotations, text.flatIndex())
        : placeInRelease(annotations, text.flatIndex(), release),
    claim: selected => claimPassage(seen(), selected),
    renew: claim => renewClaim(seen(), claim),
    suggestion: annotation => suggestedPlace(annotation, text.flatIndex()),
  }
}
