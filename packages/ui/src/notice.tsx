import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { classNames } from './class-names.js'

const icons = { info: Info, success: CircleCheck, warning: TriangleAlert, problem: CircleAlert }

export type NoticeProps = {
  tone?: keyof typeof icons
  title?: string
  children?: ReactNode
  className?: string
  /** `alert` for what just went wrong, `status` for what just went right; nothing for what was there before. */
  role?: 'alert' | 'status'
  /** To take the focus by script. */
  tabIndex?: -1
  ref?: Ref<HTMLDivElement>
}

/** Something worth knowing, set apart from the text around it. */
export function Notice({ tone = 'info', title, children, className, ...rest }: NoticeProps) {
  const Icon = icons[tone]
  return (
    <div {...rest} className={classNames('notice', `notice--${tone}`, className)}>
      <Icon className="notice__icon" aria-hidden="true" />
      <div className="notice__text">
        {title !== undefined && <p className="notice__title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
