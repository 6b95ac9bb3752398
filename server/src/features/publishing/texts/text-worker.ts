import { compareContent } from '@randnotiz/document-schema/compare/compare-content'
import { contentOf } from '@randnotiz/document-schema/content/content-node'
import { parseContent } from '@randnotiz/document-schema/content/parse-content'
import { documentFragment } from '@randnotiz/document-schema/fragment'
import { initialUpdate } from '@randnotiz/document-schema/from-markdown'
import * as Y from 'yjs'
import { answerJobs } from '../../../platform/threads/answer-jobs.js'
import { composeText } from './compose.js'
import { beginText, lookAtDraft } from './drafts.js'
import { rewrite } from './rewrite.js'
import type { TextAnswer, TextJob } from './text-jobs.js'

/** The thread behind `TextThread`: whatever takes whole texts apart, off the thread that serves people. */
answerJobs((job: TextJob): TextAnswer => {
  switch (job.kind) {
    case 'compose':
      return compose(job.update)
    case 'markdown':
      return compose(initialUpdate(job.markdown, job.seed))
    case 'rewrite':
      return rewrite(job.update, job.wanted)
    case 'draft':
      return lookAtDraft(job.content)
    case 'begin':
      return beginText(job.content, job.seed)
    case 'compare':
      return { kind: 'compared', rows: compareContent(parseContent(job.before), parseContent(job.after)) }
  }
})

function compose(update: Uint8Array): TextAnswer {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  const fragment = documentFragment(doc)
  return { kind: 'composed', text: composeText(contentOf(fragment), fragment) }
}
