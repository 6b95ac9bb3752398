import { LegalText } from '../layout/legal-text.js'

export default function AccessibilityPage() {
  return <LegalText text="accessibility" />
}
