// @vitest-environment happy-dom
import { SignInBody, signIn } from '@randnotiz/contract/accounts/endpoints'
import type { Viewer } from '@randnotiz/contract/accounts/viewer'
import type { Endpoint } from '@randnotiz/contract/kit/endpoint'
import { UserId } from '@randnotiz/contract/kit/ids'
import type { CallEndpoint } from '@randnotiz/contract/kit/page'
import { accept, refuse } from '@randnotiz/contract/kit/result'
import { QueryClientProvider } from '@tanstack/react-query'
import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from '../../platform/i18n/create-i18n.js'
import { PlatformContext } from '../../platform/platform-context.js'
import { createQueryClient } from '../../platform/query-client.js'
import { questionKey } from '../../platform/question.js'
import { noRealtime } from '../../platform/realtime.js'
import { viewerQuestion } from '../../platform/viewer.js'
import { SignInForm } from './sign-in-form.js'
import { accountsDe } from './texts.de.js'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const right = { email: 'redaktion@example.org', password: 'ein gutes langes Wort' }
const signedIn = accept({
  kind: 'account',
  id: UserId.parse('00000000000000000000000a'),
  pseudonym: 'Jonas',
  role: 'editor',
  colour: '#0b5fae',
})

const asked: Endpoint[] = []

/** A server that knows one pair of credentials. */
const call: CallEndpoint = async (endpoint, { body }) => {
  asked.push(endpoint)
  const { email, password } = SignInBody.parse(body)
  const matches = email === right.email && password === right.password
  return matches ? (signedIn as never) : refuse('accounts/wrong-credentials')
}

const anonymous: Viewer = { kind: 'anonymous' }

async function openForm(address = '/anmelden', viewer = anonymous) {
  const queryClient = createQueryClient()
  queryClient.setQueryData(questionKey(viewerQuestion), accept(viewer))
  const page = document.body.appendChild(document.createElement('div'))
  const form = (
    <MemoryRouter initialEntries={[address]}>
      <I18nextProvider i18n={createI18n('de', { accounts: accountsDe })}>
        <QueryClientProvider client={queryClient}>
          <PlatformContext value={{ call, realtime: noRealtime }}>
            <SignInForm />
          </PlatformContext>
        </QueryClientProvider>
      </I18nextProvider>
    </MemoryRouter>
  )
  await act(async () => createRoot(page).render(form))
  const input = (name: string) => page.querySelector<HTMLInputElement>(`[name=${name}]`)
  return {
    page,
    input,
    async submit(values: Record<string, string>) {
      for (const [name, value] of Object.entries(values)) Object.assign(input(name) ?? {}, { value })
      await act(async () => page.querySelector<HTMLButtonElement>('[type=submit]')?.click())
    },
  }
}

afterEach(() => {
  asked.length = 0
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('SignInForm', () => {
  it('asks for what is missing without asking the server, and puts one there', async () => {
    const { page, input, submit } = await openForm()
    await submit({ email: right.email, password: '' })
    expect(asked).toEqual([])
    expect(page.textContent).toContain(accountsDe.missingPassword)
    expect(document.activeElement).toBe(input('password'))
  })

  it('says that credentials are wrong where a screen reader hears it, and keeps what was typed', async () => {
    const { page, input, submit } = await openForm()
    await submit({ ...right, password: 'etwas anderes' })
    const alert = page.querySelector('[role=alert]')
    expect(alert?.textContent).toBe('E-Mail-Adresse und Passwort passen nicht zusammen.')
    expect(document.activeElement).toBe(alert)
    expect(input('email')?.value).toBe(right.email)
  })

  it('goes back to where one came from, on a new page', async () => {
    const replace = vi.spyOn(window.location, 'replace').mockReturnValue()
    const { submit } = await openForm('/anmelden?return=%2Ftexte%2Fmobile-stadt')
    await submit(right)
    expect(asked).toEqual([signIn])
    expect(replace).toHaveBeenCalledExactlyOnceWith('/texte/mobile-stadt')
  })

  it('asks a guest whether what they have written shall stay behind; it goes along unless they say so', async () => {
    const guest: Viewer = { kind: 'guest', id: signedIn.value.id, pseudonym: 'Lippegans', colour: '#0b5fae' }
    const { input, page } = await openForm('/anmelden', guest)
    expect(input('guest')?.checked).toBe(false)
    expect(page.textContent).toContain('Lippegans')
    expect((await openForm()).input('guest')).toBeNull()
  })
})
