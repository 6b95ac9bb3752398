import type { ShownText } from '@randnotiz/contract/documents/document'
import type { Refusal } from '@randnotiz/contract/kit/refusals'
import type { VersionList } from '@randnotiz/contract/publishing/release'
import { showText } from '@randnotiz/contract/publishing/version-endpoints'
import { Button } from '@randnotiz/ui/button'
import { buttonClass } from '@randnotiz/ui/button-class'
import { Notice } from '@randnotiz/ui/notice'
import { RadioGroup } from '@randnotiz/ui/radio-group'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePlatform } from '../../../platform/platform-context.js'
import { useRefusalText } from '../../../platform/refusal-text.js'
import { comparisonAddress } from './addresses.js'

type Props = { list: VersionList; onPublish(): void }

/** What staff do with the versions of a text: publish one, and decide what citizens see. */
export function StaffPanel({ list, onPublish }: Props) {
  const { t } = useTranslation('versions')
  const { ahead, document, releases, permissions } = list
  const last = releases[0]?.number ?? null
  const state = last === null ? 'first' : ahead ? 'ahead' : 'notAhead'
  return (
    <section className="staff-panel" aria-labelledby="staff-panel">
      <h2 id="staff-panel" className="staff-panel__title">
        {t('staff.title')}
      </h2>
      <p>{t(`staff.${state}`)}</p>
      <div className="staff-panel__ways">
        {permissions.publish && state !== 'notAhead' && (
          <Button look="primary" onClick={onPublish}>
            {t('staff.publish')}
          </Button>
        )}
        {last !== null && ahead && (
          <Link to={comparisonAddress(document.slug, { from: last, to: 'live' })} className={buttonClass()}>
            {t('staff.whatChanged')}
          </Link>
        )}
      </div>
      {permissions.publish && <ShownChoice list={list} />}
    </section>
  )
}

function ShownChoice({ list }: { list: VersionList }) {
  const { t } = useTranslation('versions')
  const { call } = usePlatform()
  const refusalText = useRefusalText()
  const [shown, setShown] = useState(list.shown)
  const [answer, setAnswer] = useState<'saved' | Refusal | null>(null)
  const choose = async (chosen: ShownText) => {
    const before = shown
    setShown(chosen)
    setAnswer(null)
    const params = { documentId: list.document.id }
    const result = await call(showText, { params, query: {}, body: { shown: chosen } })
    if (!result.ok) setShown(before)
    setAnswer(result.ok ? 'saved' : result.refusal)
  }
  return (
    <>
      <RadioGroup<ShownText>
        legend={t('staff.shown')}
        value={shown}
        onChange={choose}
        options={[
          { value: 'live', label: t('staff.shownLive'), description: t('staff.shownLiveExplained') },
          { value: 'release', label: t('staff.shownRelease'), description: t('staff.shownReleaseExplained') },
        ]}
      />
      <p role="status" className="staff-panel__saved">
        {answer === 'saved' && t('staff.saved')}
      </p>
      {answer !== null && answer !== 'saved' && (
        <Notice tone="problem" role="alert">
          {refusalText(answer)}
        </Notice>
      )}
    </>
  )
}
