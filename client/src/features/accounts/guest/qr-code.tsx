import { useEffect, useState } from 'react'

type Props = { text: string; label: string }
type Modules = { size: number; data: ArrayLike<number | boolean> }

/** Light all around, in modules, as the standard wants it. */
const quiet = 4

/** A code for phone cameras. Its library is loaded when somebody looks at one; without it there is the text. */
export function QrCode({ text, label }: Props) {
  const [modules, setModules] = useState<Modules | null>(null)
  useEffect(() => {
    let wanted = true
    void import('qrcode').then(
      ({ create }) => wanted && setModules(create(text, { errorCorrectionLevel: 'M' }).modules),
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [text])
  if (modules === null) return null
  const side = modules.size + 2 * quiet
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={pathOf(modules)} fill="#000" />
    </svg>
  )
}

/** All dark modules as one path. */
function pathOf({ size, data }: Modules): string {
  const squares: string[] = []
  for (let at = 0; at < size * size; at++)
    if (data[at]) squares.push(`M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z`)
  return squares.join('')
}
