import { expect, it } from 'vitest'
import { headHtml } from './head-html.js'

it('leads feed readers to the feed of the page, whatever its title', () => {
  const feed = { title: 'Neues "hier" <b>', href: '/feed.atom?lang=de&x=1' }
  expect(headHtml({ title: 'Text', feed }, { fonts: [], modules: [] })).toBe(
    '<title>Text</title><link rel="alternate" type="application/atom+xml" title="Neues &quot;hier&quot; &lt;b&gt;" href="/feed.atom?lang=de&amp;x=1">',
  )
})
