import { config } from 'zod'

// zod's compiled checks need `eval`, and merely asking whether there is one breaks the content security policy. To be
// imported before any schema is made.
config({ jitless: true })
