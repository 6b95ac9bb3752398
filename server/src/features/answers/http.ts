import * as endpoints from '@randnotiz/contract/answers/endpoints'
import { getProcessNumbers } from '@randnotiz/contract/answers/numbers'
import { getResultNumbers } from '@randnotiz/contract/answers/result-numbers'
import type { Mount } from '../../platform/http/endpoint-table.js'
import { addNote } from './deeds/add-note.js'
import { assignPoints } from './deeds/assign-points.js'
import { changeSettings } from './deeds/change-settings.js'
import { groupPoints } from './deeds/group-points.js'
import { leaveGroup } from './deeds/leave-group.js'
import { listAnswers, readDocumentTotals, readTotals } from './deeds/list-answers.js'
import { movePoints } from './deeds/move-points.js'
import { previewPublishing } from './deeds/preview-publishing.js'
import { publishAnswers } from './deeds/publish-answers.js'
import { releaseAnswers } from './deeds/release-answers.js'
import { returnAnswer } from './deeds/return-answer.js'
import { showCase } from './deeds/show-case.js'
import { showDesk } from './deeds/show-desk.js'
import { showDeskChoice } from './deeds/show-desk-choice.js'
import { showDeskRows } from './deeds/show-desk-rows.js'
import { showNumbers, showResultNumbers } from './deeds/show-numbers.js'
import { showPickable } from './deeds/show-pickable.js'
import { showSimilar } from './deeds/show-similar.js'
import { splitCase } from './deeds/split-case.js'
import { writeAnswer } from './deeds/write-answer.js'
import type { AnswerParts } from './parts.js'

export function mountAnswers(mount: Mount, parts: AnswerParts): void {
  mount(endpoints.listAnswers, ({ params, query }, { viewer }) =>
    listAnswers(parts, { ...params, query, viewer }),
  )
  mount(endpoints.getAnswerTotals, ({ params }) => readTotals(parts, params.slug))
  mount(endpoints.getDocumentAnswerTotals, ({ params }) => readDocumentTotals(parts, params.documentId))
  mount(getResultNumbers, ({ params }, { viewer }) => showResultNumbers(parts, params.slug, viewer))
  mount(getProcessNumbers, ({ params }, { viewer }) => showNumbers(parts, params.slug, viewer))
  mount(endpoints.getAnswerDesk, ({ params, query }, { viewer }) =>
    showDesk(parts, { ...params, query, viewer }),
  )
  mount(endpoints.getDeskRows, ({ params, query }, { viewer }) =>
    showDeskRows(parts, { ...params, query, viewer }),
  )
  mount(endpoints.getDeskChoice, ({ params, query }, { viewer }) =>
    showDeskChoice(parts, { ...params, query, viewer }),
  )
  mount(endpoints.getCase, ({ params }, { viewer }) => showCase(parts, params.annotationId, viewer))
  mount(endpoints.getSimilar, ({ params, query }, { viewer }) =>
    showSimilar(parts, { annotationId: params.annotationId, number: query.point }, viewer),
  )
  mount(endpoints.getPickableText, ({ params }, { viewer }) => showPickable(parts, params.documentId, viewer))
  mount(endpoints.assignPoints, ({ body }, { viewer }) => assignPoints(parts, body, viewer))
  mount(endpoints.movePoints, ({ body }, { viewer }) => movePoints(parts, body, viewer))
  mount(endpoints.writeAnswer, ({ body }, { viewer }) => writeAnswer(parts, body, viewer))
  mount(endpoints.releaseAnswers, ({ body }, { viewer }) => releaseAnswers(parts, body, viewer))
  mount(endpoints.returnAnswer, ({ body }, { viewer }) => returnAnswer(parts, body, viewer))
  mount(endpoints.previewPublishing, ({ body }, { viewer }) => previewPublishing(parts, body, viewer))
  mount(endpoints.publishAnswers, ({ body }, { viewer }) => publishAnswers(parts, body, viewer))
  mount(endpoints.splitCase, ({ params, body }, { viewer }) =>
    splitCase(parts, { ...params, ...body }, viewer),
  )
  mount(endpoints.groupPoints, ({ body }, { viewer }) => groupPoints(parts, body, viewer))
  mount(endpoints.leaveGroup, ({ body }, { viewer }) => leaveGroup(parts, body, viewer))
  mount(endpoints.addNote, ({ body }, { viewer }) => addNote(parts, body, viewer))
  mount(endpoints.changeAnswerSettings, ({ params, body }, { viewer }) =>
    changeSettings(parts, { ...params, settings: body }, viewer),
  )
}
