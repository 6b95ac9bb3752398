/** Accounts of the demo that tests sign in with; their names are in `server/src/demo/content/people`. */
export const demoPeople = {
  admin: 'verwaltung@example.org',
  jonas: 'redaktion1@example.org',
  mira: 'redaktion2@example.org',
  facilitator: 'werkstatt@example.org',
  moderator: 'moderation@example.org',
  heidi: 'heidi@example.org',
  werner: 'werner@example.org',
} as const
