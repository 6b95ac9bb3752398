import type { Result } from '@randnotiz/contract/kit/result'
import { resultOf } from '@randnotiz/contract/kit/result'
import { getInvitation, Invitation } from '@randnotiz/contract/workshops/endpoints'
import { JoinCode } from '@randnotiz/contract/workshops/hall'
import { AnnouncerProvider } from '@randnotiz/ui/announcer'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { z } from 'zod'
import { HallApp } from '../features/workshops/hall/hall-app.js'
import { callEndpoint } from '../platform/api.js'
import { createI18n } from '../platform/i18n/create-i18n.js'
import { PlatformContext } from '../platform/platform-context.js'
import { openRealtime } from '../platform/socket.js'
import { createSocket } from './create-socket.js'
import { forgetLanguageInAddress, languageOfPage } from './page-language.js'
import { loadHallTexts } from './texts/load-hall-texts.js'

/** Takes the place of the invitation that the server has written; where it has written why not, that stays. */
export async function start(container: HTMLElement, renderedState: string) {
  const language = languageOfPage()
  const [invitation, texts] = await Promise.all([readInvitation(renderedState), loadHallTexts(language)])
  forgetLanguageInAddress()
  if (!invitation?.ok) return
  const platform = { call: callEndpoint, realtime: openRealtime({ createSocket, network: window }) }
  createRoot(container).render(
    <I18nextProvider i18n={createI18n(language, texts)}>
      <PlatformContext value={platform}>
        <AnnouncerProvider>
          <main id="content" className="hall">
            <HallApp invitation={invitation.value} />
          </main>
        </AnnouncerProvider>
      </PlatformContext>
    </I18nextProvider>,
  )
}

const InvitationResult = resultOf(Invitation)

/** What react-query keeps on the server's side, as far as it is read here. */
const RenderedState = z.object({
  queries: z.array(z.object({ queryKey: z.array(z.unknown()), state: z.object({ data: z.unknown() }) })),
})

/** Out of the page, or asked for where nobody has rendered one; null after an outage. */
async function readInvitation(renderedState: string): Promise<Result<Invitation> | null> {
  if (renderedState === '') return null
  if (renderedState.startsWith('{')) {
    const { queries } = RenderedState.parse(JSON.parse(renderedState))
    const asked = queries.find(({ queryKey }) => queryKey[0] === getInvitation.name)
    return InvitationResult.safeParse(asked?.state.data).data ?? null
  }
  const code = JoinCode.safeParse(location.pathname.split('/')[2]?.toUpperCase())
  if (!code.success) return null
  return callEndpoint(getInvitation, { params: { code: code.data }, query: {}, body: {} })
}
