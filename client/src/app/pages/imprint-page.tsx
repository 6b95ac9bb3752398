import { LegalText } from '../layout/legal-text.js'

export default function ImprintPage() {
  return <LegalText text="imprint" />
}
