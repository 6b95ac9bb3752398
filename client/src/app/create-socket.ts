/** Apart from the page's own code: the text is there to be read before anything is live. */
export async function createSocket() {
  const { io } = await import('socket.io-client')
  return io({ autoConnect: false, transports: ['websocket', 'polling'], reconnectionDelayMax: 10_000 })
}
