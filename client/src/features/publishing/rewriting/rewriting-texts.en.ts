import type { RewritingTexts } from './rewriting-texts.de.js'

const notes = (count: number) => (count === 1 ? '1 annotation' : `${count} annotations`)
const blocks = (count: number) => (count === 1 ? '1 paragraph' : `${count} paragraphs`)

export const rewritingTextsEn: RewritingTexts = {
  draft: {
    open: 'New draft',
    title: 'Replace the text by a draft',
    explained:
      'Paragraphs that stay the same are left alone, together with their annotations. Before anything changes you see what becomes of the annotations.',
    label: 'The draft as text or Markdown',
    hint: 'Headings begin with #, list items with -, an empty line ends a paragraph.',
    missing: 'Please paste the draft first.',
  },
  restore: {
    title: version => `Restore ${version}`,
    explained:
      'The working text becomes what it was. That is an edit like any other: nothing is lost, and today’s state stays in the list of days.',
  },
  versions: 'Releases',
  preview: 'Preview',
  previewing: 'Working out the preview …',
  again: 'New preview',
  confirm: 'Replace now',
  confirmRestore: 'Restore now',
  confirming: 'Replacing the text …',
  back: 'Back to the draft',
  cancel: 'Cancel',
  close: 'Close',
  done: 'The working text has been replaced. Everybody who has it open sees that at once.',
  same: 'The working text says exactly this already. There is nothing to change.',
  text: (unchanged, present) =>
    unchanged === present
      ? 'All paragraphs stay, there is only something new.'
      : unchanged === 0
        ? 'No paragraph stays as it is.'
        : `Of ${blocks(present)}, ${unchanged} stay unchanged.`,
  words: (before, after) => `${before} words now, ${after} afterwards.`,
  annotations: 'What becomes of the annotations',
  none: 'There are no annotations on this text yet.',
  fates: {
    stays: count => `${notes(count)} ${count === 1 ? 'stays' : 'stay'} at the same words`,
    changes: count => `${notes(count)} ${count === 1 ? 'stays' : 'stay'} at a place whose words change`,
    returns: count => `${notes(count)} ${count === 1 ? 'finds its' : 'find their'} passage again`,
    'in-doubt': count =>
      `${notes(count)} will need your word on where ${count === 1 ? 'it belongs' : 'they belong'}`,
    lost: count =>
      `${notes(count)} ${count === 1 ? 'loses its' : 'lose their'} passage; quote and words stay`,
    'still-lost': count => `${notes(count)} ${count === 1 ? 'stays' : 'stay'} without a passage as before`,
    whole: count => `${notes(count)} ${count === 1 ? 'is' : 'are'} on the whole text`,
  },
  affected: 'These annotations one by one',
  fate: {
    stays: 'Stays',
    changes: 'Words change',
    returns: 'Finds its way back',
    'in-doubt': 'Please check',
    lost: 'Passage goes',
    'still-lost': 'Without a passage',
    whole: 'Whole text',
  },
  now: 'Now',
  later: 'Afterwards',
  more: count => `And ${count} more.`,
}
