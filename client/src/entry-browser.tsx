import './platform/validate-without-eval.js'
import './app/styles.css'
import { isHallAddress } from './app/is-hall-address.js'
import { keepEarlyActs } from './platform/early-acts.js'
import { keepPresses } from './platform/keep-presses.js'

keepPresses(window)
const earlyActs = keepEarlyActs(document)

/**
 * Phones in a hall share one network and come all at once, so their page loads neither the site's frame nor its router;
 * every other page begins with those.
 */
const beginning = isHallAddress(location.pathname)
  ? import('./app/start-hall.js')
  : import('./app/start-site.js')

const container = document.getElementById('app')
if (container === null) throw new Error('the page has no place for the app')
const state = document.getElementById('state')?.textContent?.trim() ?? ''
void beginning.then(({ start }) => start(container, state, earlyActs))
