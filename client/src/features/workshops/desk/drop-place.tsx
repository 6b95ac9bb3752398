import { AnnotationId } from '@randnotiz/contract/kit/ids'
import { type DragEvent, type ReactNode, useId, useState } from 'react'

export const noteDragType = 'application/x-randnotiz-note'

type Props = {
  label: string
  count: number
  head?: ReactNode
  onDrop(id: AnnotationId): void
  children: ReactNode
}

/** A heap that notes can be dropped on. */
export function DropPlace({ label, count, head, onDrop, children }: Props) {
  const [over, setOver] = useState(false)
  const id = useId()
  const take = (event: DragEvent) => {
    setOver(false)
    const dropped = AnnotationId.safeParse(event.dataTransfer.getData(noteDragType))
    if (!dropped.success) return
    event.preventDefault()
    onDrop(dropped.data)
  }
  return (
    <section
      className="drop-place"
      data-over={over}
      aria-labelledby={id}
      onDragOver={event => {
        if (!event.dataTransfer.types.includes(noteDragType)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <h3 id={id} className="drop-place__title">
        {label} <span className="panel__count">{count}</span>
      </h3>
      {head}
      <ul className="drop-place__notes">{children}</ul>
    </section>
  )
}
