type Props = { name: string /** `#rrggbb` */; colour: string }

/** A person's initial on their colour. An SVG, because its attributes are no inline style. */
export function PersonMark({ name, colour }: Props) {
  return (
    <svg className="person-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <circle cx="12" cy="12" r="12" fill={colour} />
      <text x="12" y="16.5" textAnchor="middle" fontSize="13" fontWeight="600" fill="#fff">
        {[...name][0]?.toUpperCase()}
      </text>
    </svg>
  )
}
