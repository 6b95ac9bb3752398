import { z } from 'zod'

/** What a contribution is about ("Beitragsart"). `wording` carries replacement text for its passage. */
export const AnnotationKind = z.enum([
  'stakeholder',
  'alternative',
  'cooperation',
  'risk',
  'benefit',
  'idea',
  'question',
  'wording',
])
export type AnnotationKind = z.infer<typeof AnnotationKind>
