// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { imagesIn } from './images-in.js'

const photo = new File(['x'], 'rathaus.jpg', { type: 'image/jpeg' })
const letter = new File(['x'], 'brief.pdf', { type: 'application/pdf' })

function carried(files: File[], texts: Record<string, string> = {}) {
  const list: Pick<DataTransfer, 'getData'> & { files: FileList } = {
    files: Object.assign(files, { item: (place: number) => files[place] ?? null }),
    getData: format => texts[format] ?? '',
  }
  return list
}

describe('imagesIn', () => {
  it('takes image files and leaves others', () => {
    expect(imagesIn(carried([photo, letter]))).toEqual([photo])
  })

  it('takes an image copied from a page, whose markup has no words', () => {
    expect(imagesIn(carried([photo], { 'text/html': '<img src="https://example.org/a.jpg">' }))).toEqual([
      photo,
    ])
  })

  it('leaves the picture that a word processor puts beside the words', () => {
    expect(imagesIn(carried([photo], { 'text/html': '<p>Mobile <b>Stadt</b></p>' }))).toEqual([])
    expect(imagesIn(carried([photo], { 'text/plain': 'Mobile Stadt' }))).toEqual([])
  })
})
