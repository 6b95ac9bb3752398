import { z } from 'zod'
import { endpoint } from '../kit/endpoint.js'
import { AnnotationId, DocumentId, ProcessId, Slug } from '../kit/ids.js'
import { AnswerCase } from './case.js'
import {
  AddNote,
  AssignPoints,
  GroupPoints,
  LeaveGroup,
  MovePoints,
  PublishAnswers,
  ReleaseAnswers,
  ReturnAnswer,
  SplitCase,
  WriteAnswer,
} from './commands.js'
import {
  CasePage,
  DeskChoice,
  DeskPage,
  DeskQuery,
  DeskRows,
  DeskRowsQuery,
  PickableText,
  SimilarPoints,
} from './desk.js'
import { PointNumber } from './piece.js'
import { AnswersPage, AnswersQuery } from './public.js'
import { ManyDone, PublishPreview } from './publishing.js'
import { AnswerSettings } from './settings.js'
import { AnswerTotals } from './totals.js'

const oneCase = z.object({ annotationId: AnnotationId })

/** Published answers of a process, for everybody. */
export const listAnswers = endpoint({
  name: 'listAnswers',
  method: 'GET',
  path: '/api/processes/:slug/answers',
  params: z.object({ slug: Slug }),
  query: AnswersQuery,
  response: AnswersPage,
})

/** How many contributions of a process are answered, for everybody. */
export const getAnswerTotals = endpoint({
  name: 'getAnswerTotals',
  method: 'GET',
  path: '/api/processes/:slug/answers/totals',
  params: z.object({ slug: Slug }),
  response: AnswerTotals,
})

/** The same for one text. */
export const getDocumentAnswerTotals = endpoint({
  name: 'getDocumentAnswerTotals',
  method: 'GET',
  path: '/api/documents/:documentId/answer-totals',
  params: z.object({ documentId: DocumentId }),
  response: AnswerTotals.pick({ contributions: true, answered: true }),
})

/** For staff, like everything below. */
export const getAnswerDesk = endpoint({
  name: 'getAnswerDesk',
  method: 'GET',
  path: '/api/answers/desk/:slug',
  params: z.object({ slug: Slug }),
  query: DeskQuery,
  response: DeskPage,
})

/** What has become of some rows, after something was announced; and the counts, as they are now. */
export const getDeskRows = endpoint({
  name: 'getDeskRows',
  method: 'GET',
  path: '/api/answers/desk/:slug/rows',
  params: z.object({ slug: Slug }),
  query: DeskRowsQuery,
  response: DeskRows,
})

/** What one command can be about of all that matches. */
export const getDeskChoice = endpoint({
  name: 'getDeskChoice',
  method: 'GET',
  path: '/api/answers/desk/:slug/choice',
  params: z.object({ slug: Slug }),
  query: DeskQuery.omit({ after: true }),
  response: DeskChoice,
})

export const getCase = endpoint({
  name: 'getCase',
  method: 'GET',
  path: '/api/answers/cases/:annotationId',
  params: oneCase,
  response: CasePage,
})

export const getSimilar = endpoint({
  name: 'getSimilar',
  method: 'GET',
  path: '/api/answers/cases/:annotationId/similar',
  params: oneCase,
  query: z.object({ point: z.coerce.number().pipe(PointNumber).default(1) }),
  response: SimilarPoints,
})

export const getPickableText = endpoint({
  name: 'getPickableText',
  method: 'GET',
  path: '/api/answers/texts/:documentId',
  params: z.object({ documentId: DocumentId }),
  response: PickableText,
})

export const assignPoints = endpoint({
  name: 'assignPoints',
  method: 'POST',
  path: '/api/answers/assignment',
  body: AssignPoints,
  response: ManyDone,
})

export const movePoints = endpoint({
  name: 'movePoints',
  method: 'POST',
  path: '/api/answers/state',
  body: MovePoints,
  response: ManyDone,
})

export const writeAnswer = endpoint({
  name: 'writeAnswer',
  method: 'POST',
  path: '/api/answers/draft',
  body: WriteAnswer,
  response: AnswerCase,
})

export const releaseAnswers = endpoint({
  name: 'releaseAnswers',
  method: 'POST',
  path: '/api/answers/release',
  body: ReleaseAnswers,
  response: ManyDone,
})

export const returnAnswer = endpoint({
  name: 'returnAnswer',
  method: 'POST',
  path: '/api/answers/return',
  body: ReturnAnswer,
  response: AnswerCase,
})

/** Changes nothing. */
export const previewPublishing = endpoint({
  name: 'previewPublishing',
  method: 'POST',
  path: '/api/answers/publication/preview',
  body: PublishAnswers.omit({ commandId: true }),
  response: PublishPreview,
})

export const publishAnswers = endpoint({
  name: 'publishAnswers',
  method: 'POST',
  path: '/api/answers/publication',
  body: PublishAnswers,
  response: ManyDone,
})

export const splitCase = endpoint({
  name: 'splitCase',
  method: 'POST',
  path: '/api/answers/cases/:annotationId/points',
  params: oneCase,
  body: SplitCase,
  response: AnswerCase,
})

export const groupPoints = endpoint({
  name: 'groupPoints',
  method: 'POST',
  path: '/api/answers/group',
  body: GroupPoints,
  response: ManyDone,
})

export const leaveGroup = endpoint({
  name: 'leaveGroup',
  method: 'POST',
  path: '/api/answers/group/leave',
  body: LeaveGroup,
  response: ManyDone,
})

export const addNote = endpoint({
  name: 'addNote',
  method: 'POST',
  path: '/api/answers/notes',
  body: AddNote,
  response: AnswerCase,
})

export const changeAnswerSettings = endpoint({
  name: 'changeAnswerSettings',
  method: 'PUT',
  path: '/api/answers/settings/:processId',
  params: z.object({ processId: ProcessId }),
  body: AnswerSettings,
  response: AnswerSettings,
})
