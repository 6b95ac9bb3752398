/**
 * The part of annotating that needs the live document and brings Yjs along: where annotations stand in it, and what a
 * reader's passage is in its terms. Loaded once the text is live.
 */
import type { Annotation } from '@randnotiz/contract/annotations/annotation'
import type { PassageClaim, TextRange } from '@randnotiz/contract/annotations/target'
import type { AnnotatedText } from './painting/annotated-text.js'
import { type Place, placeAnnotations, suggestedPlace } from './painting/place.js'
import { type ClaimResult, claimPassage, type RenewedClaim, renewClaim } from './writing/passage-claim.js'

export type Passages = {
  place(annotations: readonly Annotation[]): Place[]
  claim(selected: TextRange): ClaimResult
  renew(claim: PassageClaim): RenewedClaim
  /** The place that is only suggested for an annotation; null for any other, and when it is gone. */
  suggestion(annotation: Annotation): TextRange | null
}

export function passagesOf(text: AnnotatedText): Passages {
  const seen = () => ({ index: text.flatIndex(), stateVector: text.stateVector() })
  return {
    place: annotations => placeAnnotations(annotations, text.flatIndex()),
    claim: selected => claimPassage(seen(), selected),
    renew: claim => renewClaim(seen(), claim),
    suggestion: annotation => suggestedPlace(annotation, text.flatIndex()),
  }
}
