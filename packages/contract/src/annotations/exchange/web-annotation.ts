/**
 * Contributions as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), as we write them.
 *
 * The model has no words for some of what a contribution says. These have names of our own, in the namespace
 * `urn:randnotiz:ns:` with the prefix `rn`:
 *   rn:kind         what the contribution is about, see `AnnotationKind`
 *   rn:status       whether its passage is found in the newest text, see `Resolution`
 *   rn:reason, rn:instead   why, and what instead, in the author's words
 *   rn:proposal     what became of a proposed wording, see `Proposal`
 *   rn:support      how many people supported it where it was made
 *   rn:official     it is the word of the office
 *   rn:system       where it was taken over from, with its name there as `canonical` (an IRI) or `rn:sourceId`
 *   rn:release      number of the release that was read when it was written; left out for the living text
 *   rn:workshop     in archives for staff: the workshop in which it was said, see `WorkshopMark`
 *   rn:sha256       fingerprint of the plain text a passage was quoted from, in hexadecimal
 *   rn:excerpt      only this much of that text is known: the quote and what stood around it
 *   rn:outcome      of an answer of the city, whose motivation is `assessing`: what became of a contribution, see `OutcomeKind`
 *   rn:forwardedTo  to whom it was forwarded
 *   rn:words        of an answer to a part of a contribution: the words of that part
 *   rn:together     how many contributions got this answer, where they were several
 *   rn:change       what was changed in the text because of it: old and new words, and the release that shows them
 *   rn:open         of a contribution of several points: how many of them are still to be answered
 *   rn:texts        those texts themselves, so that an archive stands on its own
 *   rn:publication  in archives for staff: it is held, hidden or taken back, and why, see `Publication`
 *   rn:history      in archives for staff: earlier wordings, and where staff have put it, see `ArchivedHistory`
 *   rn:present      in archives for staff: its place in the text of the day of the archive
 *
 * The same for programs and people is served at `openAddress.vocabulary`, see `vocabulary`.
 *
 * Positions count Unicode code points of the document's plain text, as the model says; ours count UTF-16 units.
 */
import { z } from 'zod'
import { OutcomeKind } from '../../answers/outcome.js'
import { Moment } from '../../kit/wire-values.js'
import { WorkshopMark } from '../annotation.js'
import { AnnotationKind } from '../kind.js'
import { Proposal } from '../proposal.js'
import { SourceSystem } from '../source.js'
import { TextRange } from '../target.js'
import { ArchivedHistory, ArchivedPublication } from './archived.js'
import { OpenChange } from './open-data.js'

export const webAnnotationContext = 'http://www.w3.org/ns/anno.jsonld'
export const ownNamespace = 'urn:randnotiz:ns:'

/** What every document of ours says first. */
export const webAnnotationContexts = [
  webAnnotationContext,
  {
    rn: ownNamespace,
    'rn:texts': { '@type': '@id' },
    'rn:proposal': { '@type': '@json' },
    'rn:publication': { '@type': '@json' },
    'rn:history': { '@type': '@json' },
    'rn:change': { '@type': '@json' },
    'rn:workshop': { '@type': '@json' },
    'rn:present': { '@type': '@json' },
  },
] as const

/** RFC 8288 profile; see https://www.w3.org/TR/annotation-protocol/#representations. */
export const webAnnotationMediaType = `application/ld+json; profile="${webAnnotationContext}"; charset=utf-8`

const Iri = z.string().min(1)

export const WebTextualBody = z.object({
  type: z.literal('TextualBody'),
  value: z.string(),
  format: z.literal('text/plain'),
  purpose: z.enum(['commenting', 'questioning', 'editing', 'replying', 'assessing']),
})

const WebPerson = z.object({ type: z.literal('Person'), name: z.string() })

const WebQuote = z.object({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})

const WebPosition = z.object({
  type: z.literal('TextPositionSelector'),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
})

/** The text as it was when the passage was quoted. */
export const WebTextState = z.object({
  type: z.literal('TimeState'),
  sourceDate: Moment,
  cached: Iri,
  'rn:sha256': z.string(),
  'rn:excerpt': z.literal(true).optional(),
})
export type WebTextState = z.infer<typeof WebTextState>

const WebTarget = z.object({
  type: z.literal('SpecificResource'),
  source: Iri,
  selector: z.array(z.discriminatedUnion('type', [WebQuote, WebPosition])).optional(),
  state: WebTextState.optional(),
})

const common = {
  id: Iri,
  type: z.literal('Annotation'),
  created: Moment,
  /** Left out of open data. */
  creator: WebPerson.optional(),
  body: z.array(WebTextualBody).min(1),
  canonical: Iri.optional(),
  'rn:sourceId': z.string().optional(),
  'rn:system': SourceSystem.optional(),
  'rn:support': z.number().int().nonnegative().optional(),
  'rn:official': z.literal(true).optional(),
  'rn:publication': ArchivedPublication.optional(),
}

/** A contribution. */
export const WebContribution = z.object({
  ...common,
  motivation: z.enum(['commenting', 'questioning', 'editing']),
  target: WebTarget,
  'rn:kind': AnnotationKind,
  'rn:status': z.string(),
  modified: Moment.optional(),
  'rn:reason': z.string().optional(),
  'rn:instead': z.string().optional(),
  'rn:proposal': Proposal.optional(),
  'rn:open': z.number().int().positive().optional(),
  'rn:release': z.number().int().positive().optional(),
  'rn:workshop': WorkshopMark.optional(),
  'rn:history': ArchivedHistory.optional(),
  /** Code points of the present text, and the words there. */
  'rn:present': TextRange.extend({ exact: z.string() }).optional(),
})
export type WebContribution = z.infer<typeof WebContribution>

/** A reply: an annotation whose target is an annotation. */
export const WebReply = z.object({ ...common, motivation: z.literal('replying'), target: Iri })
export type WebReply = z.infer<typeof WebReply>

/** What the city has said to a contribution, or to one point of it: an annotation whose target is an annotation. */
export const WebAnswer = z.object({
  ...common,
  motivation: z.literal('assessing'),
  target: Iri,
  'rn:outcome': OutcomeKind,
  'rn:forwardedTo': z.string().optional(),
  'rn:words': z.array(z.string()).optional(),
  'rn:together': z.number().int().positive().optional(),
  'rn:change': OpenChange.optional(),
})
export type WebAnswer = z.infer<typeof WebAnswer>

export const WebAnnotation = z.union([WebContribution, WebReply, WebAnswer])
export type WebAnnotation = z.infer<typeof WebAnnotation>

/** A text that contributions quote. */
export const WebText = z.object({
  id: Iri,
  type: z.literal('Text'),
  format: z.literal('text/plain'),
  created: Moment,
  value: z.string(),
  'rn:sha256': z.string(),
  'rn:excerpt': z.literal(true).optional(),
})
export type WebText = z.infer<typeof WebText>

/** Contributions with their replies and answers behind them, in the order in which they were made. */
export const WebAnnotationCollection = z.object({
  '@context': z.tuple([z.literal(webAnnotationContext), z.looseObject({ rn: z.literal(ownNamespace) })]),
  id: Iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  rights: Iri.optional(),
  /** Left out when there is no contribution: a page of the model is never empty. */
  first: z
    .object({
      id: Iri,
      type: z.literal('AnnotationPage'),
      partOf: Iri,
      startIndex: z.literal(0),
      items: z.array(WebAnnotation).min(1),
    })
    .optional(),
  total: z.number().int().nonnegative(),
  'rn:texts': z.array(WebText).optional(),
})
export type WebAnnotationCollection = z.infer<typeof WebAnnotationCollection>
