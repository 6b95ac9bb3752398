import type { textsDe } from './de.js'

/** Lets the compiler know every key: `t('accounts:signIn.title')`. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: typeof textsDe
    enableSelector: false
  }
}
