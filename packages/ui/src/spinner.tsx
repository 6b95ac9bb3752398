/** Something is under way; `label` says what, for those who do not see it turn. */
export function Spinner({ label }: { label: string }) {
  return (
    <span className="spinner">
      <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <circle cx="12" cy="12" r="9" />
      </svg>
      <span className="visually-hidden">{label}</span>
    </span>
  )
}
