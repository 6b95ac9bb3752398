import { classNames } from './class-names.js'

export type ButtonLook = {
  /** `primary` once per view, for the deed the page is about; `quiet` looks like text until it is pointed at. */
  look?: 'primary' | 'secondary' | 'quiet' | undefined
  size?: 'regular' | 'small' | undefined
}

/** The look of a button for other elements, such as a router's links. */
export function buttonClass(
  { look = 'secondary', size = 'regular' }: ButtonLook = {},
  more?: string,
): string {
  return classNames('button', `button--${look}`, size === 'small' && 'button--small', more)
}
