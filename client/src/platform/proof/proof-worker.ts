import '../validate-without-eval.js'
import { Challenge } from '@randnotiz/contract/kit/proof'
import { solveChallenge } from './solve-challenge.js'

/** Beside the page, which stays as quick as it was. */
self.addEventListener('message', event => {
  const digest = (bytes: Uint8Array<ArrayBuffer>) => crypto.subtle.digest('SHA-256', bytes)
  void solveChallenge(Challenge.parse(event.data), digest).then(proof => self.postMessage(proof))
})
