import type { RefusalCode } from '@randnotiz/contract/kit/refusals'

export const refusalTextsEn: Record<RefusalCode, string> = {
  'request/invalid': 'We could not read this. Please check what you entered.',
  'request/too-large': 'This is too large. Please shorten it a little.',
  'request/too-many': 'That was very fast. Please wait a moment.',
  'request/foreign-origin': 'This request did not come from our site. Please reload the page.',
  'request/unknown-address': 'This page does not exist.',
  'server/unavailable': 'The server is not answering right now. Please try again in a moment.',
  'accounts/sign-in-required': 'Please sign in to do this.',
  'accounts/wrong-credentials': 'E-mail address and password do not match.',
  'accounts/not-permitted': 'Your account is not allowed to do this.',
  'accounts/email-taken': 'There is already an account with this e-mail address. Simply sign in.',
  'accounts/pseudonym-taken': 'Somebody here already uses this name. Please choose another one.',
  'accounts/password-too-weak':
    'This password is too easy to guess. Use at least ten characters, for example a few words in a row.',
  'documents/unknown': 'This text does not exist, or no longer.',
  'documents/image-unreadable': 'We could not read this image. PNG, JPEG and WebP always work.',
  'documents/image-too-large': 'This image is too large. Up to twelve megabytes are possible.',
  'publishing/unknown-process': 'This participation process does not exist.',
  'publishing/phase-closed': 'This is not possible in the current phase. You can still read everything.',
  'annotations/unknown': 'This annotation no longer exists.',
  'annotations/passage-changed': 'This passage has just changed. Please have another look at it.',
  'annotations/passage-outside': 'Please select a passage of the text.',
  'annotations/passage-too-long': 'This passage is too long. Please select less.',
  'annotations/command-reused': 'This was sent before with other content. Please send it once more.',
}
