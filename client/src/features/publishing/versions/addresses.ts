import type { AnnotationId } from '@randnotiz/contract/kit/ids'

/** Addresses of what was made of a text. They are for good: releases are quoted by them. */
export const versionsAddress = (slug: string) => `/texte/${slug}/fassungen`
export const releaseAddress = (slug: string, number: number) => `/texte/${slug}/fassungen/${number}`
export const dayAddress = (slug: string, day: string) => `/texte/${slug}/tage/${day}`

type Compared = { from: string | number; to: string | number }

export const comparisonAddress = (slug: string, { from, to }: Compared) =>
  `/texte/${slug}/vergleich?von=${from}&bis=${to}`

/** Where one sees what a contribution changed. */
export const changeAddress = (slug: string, annotationId: AnnotationId) =>
  `/texte/${slug}/vergleich?anmerkung=${annotationId}`
