import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'

/** The queue with its keys, which hold only while the focus is in it and not in a field. */
export function QueueKeys({ children, onHelp }: { children: ReactNode; onHelp(): void }) {
  const { t } = useTranslation('answers')
  const list = useRef<HTMLOListElement>(null)
  function move(by: 1 | -1) {
    const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-key="open"]') ?? [])]
    const at = links.findIndex(link => link.closest('li')?.contains(document.activeElement))
    links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus()
  }
  function press(event: KeyboardEvent<HTMLElement>) {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const row = event.target instanceof HTMLElement ? event.target.closest('li') : null
    const key = event.key.toLowerCase()
    if (key === 'j' || key === 'k') move(key === 'j' ? 1 : -1)
    else if (key === 'x') row?.querySelector<HTMLElement>('[data-key="select"]')?.click()
    else if (key === 'o') row?.querySelector<HTMLElement>('[data-key="open"]')?.click()
    else if (key === '/') document.querySelector<HTMLElement>('[data-key="search"]')?.focus()
    else if (key === '?') onHelp()
    else return
    event.preventDefault()
  }
  return (
    <ol className="desk-rows" ref={list} onKeyDown={press} aria-label={t('desk.list')}>
      {children}
    </ol>
  )
}
