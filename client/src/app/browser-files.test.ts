import { describe, expect, it } from 'vitest'
import { fontsFor, type Manifest, modulesFor } from './browser-files.js'

const manifest: Manifest = {
  'index.html': { file: 'assets/index.js', imports: ['_react.js'] },
  '_react.js': { file: 'assets/react.js', imports: [] },
  '_cards.js': { file: 'assets/cards.js', imports: ['_react.js', '_icons.js'] },
  '_icons.js': { file: 'assets/icons.js', imports: ['_cards.js'] },
  'src/app/pages/home-page.tsx': { file: 'assets/home.js', imports: ['index.html', '_cards.js'] },
  '../node_modules/x/fira-sans-latin-400-normal.woff2': { file: 'assets/regular.woff2', imports: [] },
  '../node_modules/x/fira-sans-latin-400-italic.woff2': { file: 'assets/italic.woff2', imports: [] },
}

describe('modulesFor', () => {
  it('names what a page needs, once each, and nothing that every page has already', () => {
    const modules = modulesFor(['src/app/pages/home-page.tsx'], manifest)
    expect(modules).toEqual(['/assets/home.js', '/assets/cards.js', '/assets/icons.js'])
  })

  it('names nothing it does not know', () => {
    expect(modulesFor(['src/app/pages/unknown-page.tsx'], manifest)).toEqual([])
    expect(modulesFor(['src/app/pages/home-page.tsx'], {})).toEqual([])
  })
})

describe('fontsFor', () => {
  it('names the upright cuts', () => {
    expect(fontsFor(manifest)).toEqual(['/assets/regular.woff2'])
  })
})
