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
  'accounts/guests-not-admitted': 'To write in this participation process you need an account.',
  'accounts/token-invalid': 'This link is no longer valid. Please ask for a new one.',
  'accounts/pseudonym-official': 'This name sounds like a public office. Please choose another one.',
  'accounts/already-known':
    'In this browser you are taking part under another name already. Please reload the page.',
  'accounts/receipt-unknown':
    'There is no receipt with this code. Please check that every character is right.',
  'accounts/receipt-merged':
    'The contributions of this receipt belong to an account now. Please sign in there.',
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
  'annotations/without-passage': 'This annotation is about the whole text; it has no passage.',
  'annotations/attached-meanwhile':
    'Somebody else has just placed this annotation. Please look at that first.',
  'annotations/suggestion-changed':
    'This suggestion no longer holds, because the text has changed. Please look again.',
  'annotations/unknown-text-state': 'There is no such state of the text.',
  'annotations/import-unreadable':
    'We found no contributions in these files. Please check that they are the right ones.',
  'annotations/import-too-many':
    'These are more than five thousand contributions. Please split the file and upload the parts one by one.',
  'workshops/unknown': 'This workshop or step does not exist.',
  'workshops/moved-on': 'Something has changed in the meantime. Please check whether it still fits.',
  'workshops/not-now': 'This is not possible right now.',
  'workshops/not-in-control': 'Somebody else is leading right now. You can ask for control.',
  'workshops/control-held': 'The person in control is active. Please ask them to hand over.',
  'workshops/step-still-open': 'The vote is still running. Please close it first.',
  'workshops/nothing-to-vote-on': 'There is nothing to vote on here yet.',
  'workshops/recount-differs': 'The recount differs. We show the result once both agree.',
  'workshops/vote-closed': 'This vote is already closed.',
  'workshops/ballot-invalid': 'This choice does not fit the vote. Please check it.',
  'workshops/unknown-code': 'We do not know this code. Please compare it once more.',
  'workshops/not-open-yet': 'The workshop is not open yet. Please come back a little later.',
  'workshops/over': 'This workshop is over.',
  'workshops/no-seat': 'Please join the workshop once more.',
  'workshops/waiting': 'Almost there. Somebody will let you in.',
  'workshops/turned-away': 'You were not admitted. Please speak to the people in charge.',
  'workshops/ticket-needed': 'You need the code of your entry ticket here.',
  'workshops/ticket-used': 'Somebody is already here with this ticket. The entrance desk will help you.',
}
