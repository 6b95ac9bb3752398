import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { DocumentPage } from '@randnotiz/contract/documents/endpoints'
import type { DocumentId } from '@randnotiz/contract/kit/ids'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { useQueryClient } from '@tanstack/react-query'
import { Suspense, useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { signInAddress } from '../../features/accounts/addresses.js'
import { Annotations } from '../../features/annotations/annotations.js'
import { annotationsQuestion, answeredFeed } from '../../features/annotations/annotations-question.js'
import { documentQuestion } from '../../features/documents/document-question.js'
import type { EditorSurface } from '../../features/documents/editor/editor-surface.js'
import { useEditorTexts } from '../../features/documents/editor/use-editor-texts.js'
import { WritingDesk } from '../../features/documents/editor/writing-desk.js'
import { DraftDialog } from '../../features/publishing/rewriting/draft-dialog.js'
import { useRewritingTexts } from '../../features/publishing/rewriting/use-rewriting-texts.js'
import { versionsAddress } from '../../features/publishing/versions/addresses.js'
import { useLocalized } from '../../platform/i18n/use-language.js'
import { useAnswer } from '../../platform/question.js'
import { useRefusalText } from '../../platform/refusal-text.js'
import { useViewer } from '../../platform/viewer.js'
import { Refused } from '../layout/refused.js'
import './editor-page.css'

/** Where staff write. Its code, and Tiptap with it, is loaded here only. */
export default function EditorPage() {
  const { slug = '' } = useParams()
  const answer = useAnswer(documentQuestion(slug))
  const viewer = useViewer()
  if (!answer.ok) return <Refused refusal={answer.refusal} />
  return <EditorRoom page={answer.value} viewer={viewer} />
}

type Props = { page: DocumentPage; viewer: Viewer }

function EditorRoom({ page, viewer }: Props) {
  const localized = useLocalized()
  const texts = useEditorTexts()
  const rewriting = useRewritingTexts()
  const { slug, title } = page.document
  return (
    <div className="editor-page">
      <header className="editor-page__head">
        <p className="editor-page__kind">{texts.title}</p>
        <h1>{localized(title)}</h1>
        <div className="editor-page__ways">
          <Link to={versionsAddress(slug)} className={buttonClass({ look: 'quiet', size: 'small' })}>
            {rewriting.versions}
          </Link>
          {page.permissions.edit && <NewDraft documentId={page.document.id} />}
          <Link to={`/texte/${slug}`} className={buttonClass({ look: 'quiet', size: 'small' })}>
            {texts.toRead}
          </Link>
        </div>
      </header>
      {viewer.kind === 'account' ? (
        <DeskWithMargin page={page} viewer={viewer} />
      ) : (
        <SignInFirst returnTo={`/texte/${slug}/bearbeiten`} />
      )}
    </div>
  )
}

function NewDraft({ documentId }: { documentId: DocumentId }) {
  const texts = useRewritingTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        {texts.draft.open}
      </Button>
      {open && <DraftDialog documentId={documentId} onClose={() => setOpen(false)} />}
    </>
  )
}

type AccountProps = { page: DocumentPage; viewer: Viewer & { kind: 'account' } }

function DeskWithMargin({ page, viewer }: AccountProps) {
  const localized = useLocalized()
  const { id, slug, title } = page.document
  const typist = useMemo(() => ({ name: viewer.pseudonym, colour: viewer.colour }), [viewer])
  const [surface, setSurface] = useState<EditorSurface | null>(null)
  return (
    <WritingDesk
      text={{ documentId: id, userId: viewer.id }}
      title={localized(title)}
      typist={typist}
      editable={page.permissions.edit}
      signInHref={signInAddress(`/texte/${slug}/bearbeiten`)}
      onSurface={setSurface}
    >
      <Suspense>
        <NotesBeside page={page} viewer={viewer} surface={surface} />
      </Suspense>
    </WritingDesk>
  )
}

/** What citizens have written, beside the words they mean. New notes are written in the reading view. */
function NotesBeside({ page, viewer, surface }: AccountProps & { surface: EditorSurface | null }) {
  const { id, slug } = page.document
  useAnswer(annotationsQuestion(id))
  const queryClient = useQueryClient()
  const [known] = useState(() => answeredFeed(queryClient, id))
  const permissions = useMemo(() => ({ ...page.permissions, annotate: false }), [page.permissions])
  return (
    <Annotations
      documentId={id}
      slug={slug}
      viewer={viewer}
      permissions={permissions}
      known={known}
      text={surface}
      paused={false}
    />
  )
}

function SignInFirst({ returnTo }: { returnTo: string }) {
  const texts = useEditorTexts()
  const refusalText = useRefusalText()
  return (
    <Notice>
      <p>{refusalText({ code: 'accounts/sign-in-required' })}</p>
      <Link to={signInAddress(returnTo)}>{texts.signIn}</Link>
    </Notice>
  )
}
