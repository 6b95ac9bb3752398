/**
 * Open data: what everybody sees on the pages, for programs, without a person's name. Pseudonyms are personal data, so
 * they are left out; who wants to know who wrote something reads the page. What is held, hidden or withdrawn is not here.
 */
import { z } from 'zod'
import { OutcomeKind } from '../../answers/outcome.js'
import { DocumentKind, Leeway, MeasureFacts } from '../../documents/document.js'
import { AnnotationId, ReplyId, Slug } from '../../kit/ids.js'
import { LocalizedText, Moment } from '../../kit/wire-values.js'
import { Phase, Process } from '../../publishing/process.js'
import { AnnotationKind } from '../kind.js'
import { Acceptance } from '../proposal.js'
import { SourceSystem } from '../source.js'
import { Quote } from '../target.js'

const Address = z.string().meta({ format: 'uri' })

export const OpenPhase = Phase.pick({
  key: true,
  title: true,
  description: true,
  startsAt: true,
  endsAt: true,
})

export const OpenProcess = Process.pick({ slug: true, title: true, summary: true }).extend({
  phases: z.array(OpenPhase),
  currentPhase: z.string().nullable().meta({ description: 'Key of the running phase; null between phases.' }),
  documents: z.array(Slug).meta({ description: 'Its documents, in their order.' }),
})
export type OpenProcess = z.infer<typeof OpenProcess>

/** Without the contact, who is a person. */
const OpenFacts = MeasureFacts.omit({ contact: true })

export const OpenDocument = z.object({
  slug: Slug,
  process: Slug,
  kind: DocumentKind,
  number: z.number().int().positive(),
  title: LocalizedText,
  teaser: LocalizedText,
  leeway: Leeway,
  facts: OpenFacts.nullable().meta({ description: 'What a measure has beside its text.' }),
  page: Address.meta({ description: 'Where people read it.' }),
})
export type OpenDocument = z.infer<typeof OpenDocument>

export const OpenText = z.object({
  document: Slug,
  html: z.string(),
  text: z.string().meta({ description: 'Plain text: one line for each paragraph. Positions speak of it.' }),
  words: z.number().int().nonnegative(),
  editedAt: Moment,
})
export type OpenText = z.infer<typeof OpenText>

export const OpenPlace = z.object({
  start: z.number().int().nonnegative(),
  end: z.number().int().positive(),
})

export const OpenReply = z.object({
  id: ReplyId,
  body: z.string(),
  createdAt: Moment,
  official: z.boolean().meta({ description: 'The word of the office.' }),
})

/** What a contribution has changed in a text. */
export const OpenChange = z.object({
  before: z.string().nullable().meta({ description: 'The words that stood there; null for what is new.' }),
  after: z.string(),
  release: z.number().int().positive().nullable().meta({
    description: 'The release that shows it; null until there is one.',
  }),
})
export type OpenChange = z.infer<typeof OpenChange>

/** What the city has said to a contribution, or to one point of it. */
export const OpenAnswer = z.object({
  point: z.number().int().positive().meta({ description: 'Counts the points of a contribution.' }),
  words: z.array(z.string()).meta({
    description: 'The words of the contribution that it answers; none for all of them.',
  }),
  outcome: OutcomeKind,
  forwardedTo: z.string().nullable(),
  reason: z.string(),
  change: OpenChange.nullable(),
  publishedAt: Moment,
  together: z.number().int().positive().meta({
    description: 'How many contributions got this answer, this one among them.',
  }),
})
export type OpenAnswer = z.infer<typeof OpenAnswer>

export const OpenAnnotation = z.object({
  id: AnnotationId,
  document: Slug,
  kind: AnnotationKind,
  body: z.string(),
  reason: z.string().nullable().meta({ description: 'Why, in the author’s words.' }),
  instead: z.string().nullable().meta({ description: 'What instead, in the author’s words.' }),
  replacement: z.string().nullable().meta({ description: 'The wording that is proposed.' }),
  acceptance: Acceptance.nullable().meta({
    description: 'How a proposed wording was taken into the text; null while it is open.',
  }),
  quote: Quote.nullable().meta({
    description: 'The words it is about, as they stood then; null for the whole text.',
  }),
  status: z
    .enum(['exact', 'changed', 'suggested', 'orphaned', 'pending', 'whole'])
    .meta({ description: 'Whether the passage is found in the newest text.' }),
  place: OpenPlace.nullable().meta({
    description:
      'Where it stands in the newest plain text, in Unicode code points; null unless exact or changed.',
  }),
  createdAt: Moment,
  editedAt: Moment.nullable(),
  official: z.boolean(),
  takenFrom: SourceSystem.nullable().meta({ description: 'Where it was made, if not here.' }),
  support: z.number().int().nonnegative().nullable().meta({
    description: 'How many support it, here and where it was made; null while that is shown to nobody.',
  }),
  page: Address,
  replies: z.array(OpenReply),
  answers: z.array(OpenAnswer),
  openPoints: z.number().int().nonnegative().nullable().meta({
    description: 'How many of its points are still to be answered; null while nothing is answered.',
  }),
})
export type OpenAnnotation = z.infer<typeof OpenAnnotation>

/** Where everything begins. */
export const OpenIndex = z.object({
  licence: Address,
  description: Address.meta({ description: 'The OpenAPI description.' }),
  processes: z.array(OpenProcess),
})
export type OpenIndex = z.infer<typeof OpenIndex>

export const openPageSize = { usual: 100, most: 200 } as const

export const OpenAnnotationPage = z.object({
  items: z.array(OpenAnnotation),
  next: AnnotationId.nullable().meta({ description: 'Ask for `after` this one; null at the end.' }),
})
export type OpenAnnotationPage = z.infer<typeof OpenAnnotationPage>
