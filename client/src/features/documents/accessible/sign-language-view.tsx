import type { SignLanguage } from '@randnotiz/contract/documents/accessible'
import { buttonClass } from '@randnotiz/ui/button-class'
import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './accessible.css'

const megabytes = (bytes: number) => Math.max(1, Math.round(bytes / 1_048_576))

/** The video of ours, loaded when it is started; or the way to one elsewhere. */
export function SignLanguageView({ sign: { video, link } }: { sign: SignLanguage }) {
  const { t } = useTranslation('accessible')
  return (
    <>
      {video && (
        <>
          <p>{t('signNote')}</p>
          {/* biome-ignore lint/a11y/useMediaCaption: the captions are there when staff have them. */}
          <video className="sign-video" controls preload="none" playsInline>
            <source src={video.src} type={video.type} />
            {video.captions && (
              <track kind="captions" src={video.captions} srcLang="de" label={t('captions')} default />
            )}
            {t('noPlayer')}
          </video>
          <p>
            <a href={video.src} download>
              {t('download', { size: megabytes(video.bytes) })}
            </a>
          </p>
        </>
      )}
      {link !== null && (
        <>
          <p>{t('elsewhere')}</p>
          <p>
            <a href={link} className={buttonClass({ look: 'secondary' })} rel="noopener noreferrer">
              <ExternalLink aria-hidden="true" />
              {t('follow', { host: new URL(link).host })}
            </a>
          </p>
        </>
      )}
    </>
  )
}
