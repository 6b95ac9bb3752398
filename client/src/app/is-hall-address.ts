/** Whether an address is that of a hall: `/w/` and its code. */
export const isHallAddress = (pathname: string) => /^\/w\/[^/]+\/?$/.test(pathname)
