import type { TextsOf } from '../../../platform/i18n/texts-of.js'
import type { accessibleDe } from './texts.de.js'

/** English sentences of other ways to a text. */
export const accessibleEn: TextsOf<typeof accessibleDe> = {
  ways: 'Other ways to this text',
  plain: 'Plain language',
  sign: 'Sign language',
  everyday: 'Everyday language',
  edit: 'Edit plain language and sign language',
  plainTitle: '{{title}} in plain language',
  plainNote:
    'The text in plain language helps to understand. The text in everyday language is the one that holds.',
  plainOnlyGerman: 'This text is there in plain language in German only.',
  plainOnlyEnglish: 'This text is there in plain language in English only.',
  plainEdited: 'As of {{date}}',
  annotate: 'Annotations are written at the text in everyday language.',
  signTitle: '{{title}} in German sign language',
  signNote: 'The video is loaded only when you start it. It lies with us and with nobody else.',
  captions: 'Captions',
  noPlayer: 'Your browser does not play this video.',
  download: 'Download the video ({{size}} MB)',
  elsewhere: 'The video lies with somebody else. They hear of you only when you follow the link.',
  follow: 'To the video on {{host}}',
  desk: {
    title: 'Other ways to “{{title}}”',
    intro: 'Plain language and sign language. Both stand clearly above the text.',
    plainHint:
      'Short sentences, one to a line. Headings with “#”, lists with “-”. Leave empty for no version.',
    german: 'Plain language (German)',
    english: 'Plain language (English)',
    noVideo: {
      title: 'There is no video yet. So the pages do not point to one either.',
      first: 'Choose what it should be about. Three minutes say more than an hour.',
      second:
        'Have deaf translators put the text into German sign language. The text in plain language helps them.',
      third: 'Upload the video here, with captions.',
      fourth: 'If it lies elsewhere already, its address below is enough.',
    },
    save: 'Save',
    saved: 'Saved.',
    underWay: 'One moment',
    video: 'Video (MP4 or WebM, up to 80 MB)',
    uploading: 'Being uploaded',
    remove: 'Remove the video',
    captions: 'Captions (WebVTT)',
    captionsHint: 'Begin with WEBVTT. Leave empty for no captions.',
    captionsThere: 'There are captions. New ones replace them.',
    link: 'Or: address of a video elsewhere',
    linkHint: 'With https://. Nothing is loaded from there before somebody follows the link.',
    linkWrong: 'An address with https://, please.',
    look: 'Look at it',
  },
}
