/**
 * Splits a line into sentences, for "comment on this paragraph": a reader who cannot select text chooses a sentence.
 * `Intl.Segmenter` breaks German after abbreviations and ordinal numbers ("z. B.", "3. März"); such breaks are joined
 * again. A break too few is harmless (a longer choice), so doubt joins.
 */
export interface Sentence {
  /** Offsets in the given text, in UTF-16 units, without white space around the sentence. */
  readonly start: number
  readonly end: number
  readonly text: string
}

const abbreviation =
  /(?:^|[\s("„‚»])(?:[A-Za-zÄÖÜäöü]|\d{1,2}|abs|abschn|allg|anm|art|bd|bspw|bzgl|bzw|ca|dr|einschl|engl|etc|evtl|exkl|gem|ggf|hr|fr|inkl|insb|kap|lit|max|mind|min|mio|mrd|nr|nrn|o\.ä|prof|rd|sog|st|str|tel|u\.a|usw|vgl|ziff|zzgl|z\.b|d\.h|u\.u|i\.d\.r)\.\s*$/i

/** `locale` chooses the rules of `Intl.Segmenter`; the list of abbreviations is German and harmless elsewhere. */
export function sentencesOf(text: string, locale = 'de'): Sentence[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'sentence' })
  const sentences: Sentence[] = []
  let start = 0
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length
    if (continues(text.slice(start, end), text.slice(end))) continue
    pushTrimmed(sentences, text, { start, end })
    start = end
  }
  return sentences
}

function continues(soFar: string, rest: string): boolean {
  if (rest.trim() === '' || soFar.endsWith('\n')) return false
  return abbreviation.test(soFar) || /^\p{Ll}/u.test(rest)
}

function pushTrimmed(sentences: Sentence[], text: string, range: { start: number; end: number }): void {
  const untrimmed = text.slice(range.start, range.end)
  const sentence = untrimmed.trim()
  if (sentence === '') return
  const start = range.start + untrimmed.indexOf(sentence)
  sentences.push({ start, end: start + sentence.length, text: sentence })
}
