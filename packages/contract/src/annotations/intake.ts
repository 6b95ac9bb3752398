import { z } from 'zod'
import { Pseudonym } from '../accounts/viewer.js'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, CommandId, DocumentId, IntakeItemId, Slug } from '../kit/ids.js'
import { Moment } from '../kit/wire-values.js'
import { Annotation } from './annotation.js'
import { IntakeChannel } from './channel.js'
import { AnnotationKind } from './kind.js'

/** Largest scan, in bytes. */
export const scanLimit = 12 * 1024 * 1024

export const ScanType = z.enum(['application/pdf', 'image/jpeg', 'image/png'])
export type ScanType = z.infer<typeof ScanType>

/** What a scan travels as; what it is, is told by its content. */
export const scanUploadType = 'application/octet-stream'

export const senderLimit = 200
export const intakeNoteLimit = 1_000

/** E.g. `2026-17`: the seventeenth of that year. It stands on the paper and in the public name of its contributions. */
export const ReceiptNumber = z.string().regex(/^\d{4}-\d{1,6}$/)
export type ReceiptNumber = z.infer<typeof ReceiptNumber>

/** Who wrote it is for staff alone, unless the sender wants to be named. */
export const RegisterIntake = z
  .object({
    commandId: CommandId,
    channel: IntakeChannel,
    receivedOn: z.iso.date(),
    /** May be empty: not everybody signs. */
    sender: z.string().trim().max(senderLimit),
    /** The sender has agreed to be named in public. */
    named: z.boolean(),
    note: z.string().trim().max(intakeNoteLimit).default(''),
  })
  .refine(({ sender, named }) => !named || Pseudonym.safeParse(sender).success, {
    error: 'whoever is named has a name',
    path: ['sender'],
  })
export type RegisterIntake = z.infer<typeof RegisterIntake>

export const Scan = z.object({ type: ScanType, bytes: z.number().int().positive() })
export type Scan = z.infer<typeof Scan>

/** A point of it, which is a contribution like any other. */
export const IntakePoint = z.object({
  annotationId: AnnotationId,
  documentId: DocumentId,
  kind: AnnotationKind,
  words: z.string(),
  quote: z.string().nullable(),
  /** What else it says; kept as it is when its words are put right. */
  more: Annotation.pick({ reason: true, instead: true, replacement: true }),
  edition: z.number().int().positive(),
})
export type IntakePoint = z.infer<typeof IntakePoint>

/** For staff. */
export const IntakeItem = z.object({
  id: IntakeItemId,
  number: ReceiptNumber,
  channel: IntakeChannel,
  receivedOn: z.iso.date(),
  sender: z.string(),
  named: z.boolean(),
  note: z.string(),
  scan: Scan.nullable(),
  registeredAt: Moment,
  /** Oldest first. */
  points: z.array(IntakePoint),
})
export type IntakeItem = z.infer<typeof IntakeItem>

export const intakePageSize = 50

export const IntakePage = z.object({
  /** Newest first. */
  items: z.array(IntakeItem),
  total: z.number().int().nonnegative(),
  /** Ask for those before this one; null at the end. */
  next: IntakeItemId.nullable(),
})
export type IntakePage = z.infer<typeof IntakePage>

const ofProcess = z.object({ slug: Slug })
const oneItem = z.object({ itemId: IntakeItemId })

/** For staff, like everything here. */
export const listIntake = endpoint({
  name: 'listIntake',
  method: 'GET',
  path: '/api/processes/:slug/intake',
  params: ofProcess,
  query: z.object({ before: IntakeItemId.optional() }),
  response: IntakePage,
})

/** Carried out once for each command id. Its points are contributions that name it, see `CreateAnnotation`. */
export const registerIntake = endpoint({
  name: 'registerIntake',
  method: 'POST',
  path: '/api/processes/:slug/intake',
  params: ofProcess,
  body: RegisterIntake,
  response: IntakeItem,
})

export const getIntakeItem = endpoint({
  name: 'getIntakeItem',
  method: 'GET',
  path: '/api/intake/:itemId',
  params: oneItem,
  response: IntakeItem,
})

/** The body is the file itself: PDF, JPEG or PNG. It takes the place of an earlier one. */
export const keepScan = endpoint({
  name: 'keepScan',
  method: 'PUT',
  path: '/api/intake/:itemId/scan',
  params: oneItem,
  body: z.instanceof(Uint8Array),
  response: Scan,
  patience: 60_000,
})

/** Takes away who wrote it, and the scan, for good; the public name becomes the receipt number. */
export const forgetSender = endpoint({
  name: 'forgetSender',
  method: 'DELETE',
  path: '/api/intake/:itemId/sender',
  params: oneItem,
  response: IntakeItem,
})

/** Where staff read the scan. */
export const scanAddress = (itemId: IntakeItemId) => `/arbeit/eingang/${itemId}/scan`
