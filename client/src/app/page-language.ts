import { Language } from '@randnotiz/contract/kit/wire-values'

/** The server writes it into the page; without one, the address may choose. */
export function languageOfPage(): Language {
  const named = new URLSearchParams(location.search).get('lang')
  const language = Language.catch(Language.catch('de').parse(named)).parse(document.documentElement.lang)
  document.documentElement.lang = language
  return language
}

/** The server keeps the choice in a cookie; an address passed on to somebody else should not choose for them. */
export function forgetLanguageInAddress() {
  const address = new URL(location.href)
  if (!address.searchParams.has('lang')) return
  address.searchParams.delete('lang')
  history.replaceState(history.state, '', address)
}
