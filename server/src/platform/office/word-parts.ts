import { xmlHead, xmlText } from './xml.js'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const wordNamespaces = `xmlns:w="${main}" xmlns:r="${relationships}"`

/** `number` of `total` around the fields of the page's foot, e.g. "Seite 3 von 12". */
export type PageFoot = { left: string; page: string; of: string }

const wordPartTypes: readonly [name: string, type: string][] = [
  ['/word/document.xml', `${word}.document.main+xml`],
  ['/word/styles.xml', `${word}.styles+xml`],
  ['/word/numbering.xml', `${word}.numbering+xml`],
  ['/word/footer1.xml', `${word}.footer+xml`],
  ['/word/settings.xml', `${word}.settings+xml`],
  ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
]

export const wordContentTypes = `${xmlHead}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpeg" ContentType="image/jpeg"/>${wordPartTypes
  .map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`)
  .join('')}</Types>`

export const wordRootRelationships = `${xmlHead}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="${packages}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

/** `links` are the ids of relationships by their addresses, `images` those by the names of files in `word/`. */
export function wordRelationships(
  links: ReadonlyMap<string, string>,
  images: ReadonlyMap<string, string> = new Map(),
): string {
  const own = ['styles', 'numbering', 'footer', 'settings'].map(
    (part, at) =>
      `<Relationship Id="rId${at + 1}" Type="${relationships}/${part}" Target="${part === 'footer' ? 'footer1' : part}.xml"/>`,
  )
  const outer = [...links].map(
    ([href, id]) =>
      `<Relationship Id="${id}" Type="${relationships}/hyperlink" Target="${xmlText(href)}" TargetMode="External"/>`,
  )
  const inner = [...images].map(
    ([target, id]) => `<Relationship Id="${id}" Type="${relationships}/image" Target="${target}"/>`,
  )
  return `${xmlHead}<Relationships xmlns="${packages}/relationships">${own.join('')}${outer.join('')}${inner.join('')}</Relationships>`
}

export function coreProperties(title: string, language: string): string {
  return `${xmlHead}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>${language}</dc:language></cp:coreProperties>`
}

export const wordSettings = `${xmlHead}<w:settings ${wordNamespaces}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

export function wordFooter({ left, page, of }: PageFoot, width: number): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`
  const text = (words: string) => `<w:r><w:t xml:space="preserve">${xmlText(words)}</w:t></w:r>`
  return `${xmlHead}<w:ftr ${wordNamespaces}><w:p><w:pPr><w:pStyle w:val="Footer"/><w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs></w:pPr>${text(left)}<w:r><w:tab/></w:r>${text(`${page} `)}${field('PAGE')}${text(` ${of} `)}${field('NUMPAGES')}</w:p></w:ftr>`
}

type Style = {
  id: string
  name: string
  size: number
  bold?: true
  italic?: true
  before?: number
  after?: number
  indent?: number
  outline?: number
  next?: string
}

const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', size: 36, bold: true, after: 160, next: 'Normal' },
  {
    id: 'Heading1',
    name: 'heading 1',
    size: 32,
    bold: true,
    before: 320,
    after: 120,
    outline: 0,
    next: 'Normal',
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    size: 27,
    bold: true,
    before: 280,
    after: 100,
    outline: 1,
    next: 'Normal',
  },
  {
    id: 'Heading3',
    name: 'heading 3',
    size: 24,
    bold: true,
    before: 240,
    after: 80,
    outline: 2,
    next: 'Normal',
  },
  {
    id: 'Heading4',
    name: 'heading 4',
    size: 22,
    bold: true,
    before: 200,
    after: 80,
    outline: 3,
    next: 'Normal',
  },
  { id: 'Quote', name: 'Quote', size: 22, italic: true, indent: 400, after: 120 },
  { id: 'ListContinue', name: 'List Continue', size: 22, indent: 400, after: 80 },
  { id: 'TableText', name: 'Table Text', size: 18, after: 50 },
  { id: 'Footer', name: 'footer', size: 16 },
]

export function wordStyles(language: string): string {
  const fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Arial"/>'
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr>${fonts}<w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`
  const normal =
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
  const link =
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0B4A8F"/><w:u w:val="single"/></w:rPr></w:style>'
  return `${xmlHead}<w:styles ${wordNamespaces}>${defaults}${normal}${styles.map(styleXml).join('')}${link}</w:styles>`
}

function styleXml({
  id,
  name,
  size,
  bold,
  italic,
  before = 0,
  after = 0,
  indent,
  outline,
  next,
}: Style): string {
  const keep = outline === undefined ? '' : '<w:keepNext/>'
  const left = indent === undefined ? '' : `<w:ind w:left="${indent}"/>`
  const level = outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`
  const follow = next === undefined ? '' : `<w:next w:val="${next}"/>`
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>${follow}<w:pPr>${keep}<w:spacing w:before="${before}" w:after="${after}"/>${left}${level}</w:pPr><w:rPr>${bold ? '<w:b/>' : ''}${italic ? '<w:i/>' : ''}<w:sz w:val="${size}"/></w:rPr></w:style>`
}

/** How a list counts, from which number, and how deep it stands in others, from 0. */
export type Numbering = { kind: 'bullet' | 'ordered'; start: number; level: number }

/** Lists in the order of their ids, from 1. */
export function wordNumbering(lists: readonly Numbering[]): string {
  const levels = (kind: 'bullet' | 'ordered') =>
    Array.from({ length: 9 }, (_, level) => {
      const [format, text] = kind === 'bullet' ? ['bullet', '•'] : ['decimal', `%${level + 1}.`]
      return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${400 * (level + 1)}" w:hanging="300"/></w:pPr></w:lvl>`
    }).join('')
  const kinds = `<w:abstractNum w:abstractNumId="0">${levels('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${levels('ordered')}</w:abstractNum>`
  const numbers = lists.map(({ kind, start, level }, at) => {
    const begin = `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    return `<w:num w:numId="${at + 1}"><w:abstractNumId w:val="${kind === 'bullet' ? 0 : 1}"/>${kind === 'bullet' ? '' : begin}</w:num>`
  })
  return `${xmlHead}<w:numbering ${wordNamespaces}>${kinds}${numbers.join('')}</w:numbering>`
}
