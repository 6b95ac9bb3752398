import mammoth from 'mammoth'
import { type FileImage, imagePlace } from '../reading/file-jobs.js'

export type DocxHtml = { html: string; images: FileImage[]; unknownStyles: string[] }

/** Stands for an image that the file only names the address of. Nobody goes there. */
export const foreignImage = 'foreign-image:'

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='heading 5'] => h5:fresh",
  "p[style-name='heading 6'] => h6:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='Horizontal Line'] => hr:fresh",
  'u => u',
]

/** The main text of a Word file. Styles that somebody embedded for the converter are not listened to. */
export async function docxToHtml(bytes: Buffer): Promise<DocxHtml> {
  const images: FileImage[] = []
  const convertImage = mammoth.images.imgElement(async image => {
    const read = await image.readAsBuffer().catch(() => null)
    if (read === null) return { src: foreignImage }
    images.push({ bytes: read, alt: '', under: null })
    return { src: imagePlace(images.length - 1) }
  })
  const options = { styleMap, convertImage, includeEmbeddedStyleMap: false, externalFileAccess: false }
  const { value: html, messages } = await mammoth.convertToHtml({ buffer: bytes }, options)
  const styles = messages.flatMap(
    ({ message }) => /^Unrecognised \w+ style: '([^']*)'/.exec(message)?.[1] ?? [],
  )
  return { html, images, unknownStyles: styles.filter(style => !plainStyles.test(style)) }
}

/** Styles that say no more than "this is text"; that of the words in them nothing is lost. */
const plainStyles =
  /^(normal|standard|default|text ?body|body ?text|no spacing|list|table|caption|footer|header|toc|index|(foot|end)note|page number|hyperlink|internet link|comment|annotation|balloon|contents|frame contents|strong|emphasis|subtitle)/i
