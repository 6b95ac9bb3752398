/** Who is compared. All speak the y-websocket protocol; Hocuspocus puts the document's name in front of each message. */
export const contenders = ['randnotiz', 'y-websocket', 'hocuspocus-3', 'hocuspocus-4'] as const
export type ContenderName = (typeof contenders)[number]

export const titles: Record<ContenderName, string> = {
  randnotiz: 'ours',
  'y-websocket': 'y-websocket-server 0.1.1',
  'hocuspocus-3': 'Hocuspocus 3.4.4',
  'hocuspocus-4': 'Hocuspocus 4.7.0',
}

export function isContender(name: string): name is ContenderName {
  return contenders.some(each => each === name)
}

export const isHocuspocus = (name: ContenderName) => name.startsWith('hocuspocus')
