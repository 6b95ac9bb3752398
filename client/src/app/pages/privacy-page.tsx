import { LegalText } from '../layout/legal-text.js'

export default function PrivacyPage() {
  return <LegalText text="privacy" />
}
