import type { DocumentPage as Page } from '@randnotiz/contract/documents/endpoints'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import type { z } from 'zod'
import { FollowButton } from '../../features/accounts/following/follow-button.js'
import { NewReceiptDialog } from '../../features/accounts/guest/new-receipt-dialog.js'
import { Annotations } from '../../features/annotations/annotations.js'
import { annotationsQuestion, answeredFeed } from '../../features/annotations/annotations-question.js'
import { DensityMark } from '../../features/annotations/density/density-mark.js'
import { DensityStore } from '../../features/annotations/density/density-store.js'
import { TakeAlong } from '../../features/annotations/exchange/take-along.js'
import { IntakeBanner } from '../../features/annotations/intake/intake-banner.js'
import { useIntake } from '../../features/annotations/intake/use-intake.js'
import { WorkshopFacts } from '../../features/annotations/parts/workshop-line.js'
import { withNotesAddress } from '../../features/annotations/with-notes/with-notes-question.js'
import { AnswerProgress } from '../../features/answers/public/answer-progress.js'
import { documentTotalsQuestion } from '../../features/answers/public/totals-question.js'
import { OtherWays } from '../../features/documents/accessible/other-ways.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import { DocumentHead } from '../../features/documents/reader/document-head.js'
import { LiveSign } from '../../features/documents/reader/live-sign.js'
import { Outline } from '../../features/documents/reader/outline.js'
import { ReaderText } from '../../features/documents/reader/reader-text.js'
import { useBlockHash } from '../../features/documents/reader/use-block-hash.js'
import { useLiveHead } from '../../features/documents/reader/use-live-head.js'
import { useLiveText } from '../../features/documents/reader/use-live-text.js'
import { ReleaseSign } from '../../features/publishing/versions/release-sign.js'
import { VersionsLine } from '../../features/publishing/versions/versions-line.js'
import { contributionFacts } from '../../features/workshops/at-text/contribution-facts.js'
import { textResultsQuestion } from '../../features/workshops/at-text/text-results-question.js'
import { TextVotes } from '../../features/workshops/at-text/text-votes.js'
import { useAnswer } from '../../platform/question.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import '../../features/documents/reader/reader.css'

/** A text in public: to be read, and to be written about in its margin. */
export default function DocumentPage() {
  const { slug = '' } = useParams()
  const answer = useAnswer(documentQuestion(slug))
  return answer.ok ? (
    <Reader key={answer.value.document.id} page={answer.value} />
  ) : (
    <Refused refusal={answer.refusal} />
  )
}

function Reader({ page }: { page: z.infer<typeof Page> }) {
  const { t } = useTranslation(['reader', 'annotations'])
  const { id, slug } = page.document
  useAnswer(annotationsQuestion(id))
  const queryClient = useQueryClient()
  const [known] = useState(() => answeredFeed(queryClient, id))
  const totals = useAnswer(documentTotalsQuestion(id))
  const results = useAnswer(textResultsQuestion(id))
  const factsOf = useMemo(() => (results.ok ? contributionFacts(results.value) : () => null), [results])
  const viewer = useViewer()
  const [density] = useState(() => new DensityStore())
  const intake = useIntake(viewer)
  // What came in time may be typed in at any time.
  const permissions = useMemo(
    () => (intake === null ? page.permissions : { ...page.permissions, annotate: true }),
    [intake, page.permissions],
  )
  const root = useRef<HTMLDivElement>(null)
  const live = useLiveText(id, root, page.source)
  useBlockHash()
  const { outline, editedAt } = useLiveHead(live.text, page.text)
  return (
    <article className="reader">
      <NewReceiptDialog />
      <DocumentHead page={page} editedAt={editedAt}>
        {totals.ok && <AnswerProgress {...totals.value} />}
        <VersionsLine slug={slug} source={page.source} />
        <Link to={withNotesAddress(slug)}>{t('annotations:withNotes.link')}</Link>
        <FollowButton subject={{ kind: 'document', id }} slug={slug} />
      </DocumentHead>
      <div className="reader__ways">
        <OtherWays slug={slug} ways={page.otherWays} here="everyday" mayEdit={page.permissions.edit} />
      </div>
      <div className="reader__page">
        <Outline entries={outline} mark={blockId => <DensityMark density={density} blockId={blockId} />} />
        <div className="reader__sheet">
          {page.source.kind === 'release' ? (
            <ReleaseSign slug={slug} release={page.source} />
          ) : (
            <LiveSign live={live} />
          )}
          {intake !== null && <IntakeBanner itemId={intake} />}
          <ReaderText ref={root} html={page.text.html} label={t('text')} />
          <WorkshopFacts value={factsOf}>
            <Annotations
              documentId={id}
              slug={slug}
              viewer={viewer}
              permissions={permissions}
              intake={intake}
              known={known}
              total={totals.ok ? totals.value.contributions : known.annotations.size}
              text={live.text}
              paused={live.state === 'paused'}
              density={density}
            />
          </WorkshopFacts>
          {results.ok && <TextVotes results={results.value} />}
          <TakeAlong document={page.document} />
        </div>
      </div>
    </article>
  )
}
