import type { NewAccount } from '../features/accounts/index.js'
import { demoPeople } from './content/people.js'

/** Everybody in the demo has the same; it is printed at every start and protects nothing. */
export const demoPassword = 'randnotiz-demo'

export const demoAccounts: NewAccount[] = demoPeople.map(person => ({ ...person, password: demoPassword }))
