/** One server-sent event. */
export interface ServerEvent {
  id?: string
  event: string
  data: string
}

/** Reads events out of a stream that arrives in any pieces. */
export function eventReader(onEvent: (event: ServerEvent) => void) {
  let rest = ''
  let data: string[] = []
  let event = 'message'
  let id: string | undefined
  return (piece: string) => {
    rest += piece
    for (let end = rest.search(/\r\n|\n|\r(?!$)/); end >= 0; end = rest.search(/\r\n|\n|\r(?!$)/)) {
      const line = rest.slice(0, end)
      rest = rest.slice(end + (rest.startsWith('\r\n', end) ? 2 : 1))
      if (line === '') {
        if (data.length > 0) onEvent({ id, event, data: data.join('\n') })
        data = []
        event = 'message'
        continue
      }
      const colon = line.indexOf(':')
      const name = colon < 0 ? line : line.slice(0, colon)
      const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '')
      if (name === 'data') data.push(value)
      if (name === 'event') event = value
      if (name === 'id') id = value
    }
  }
}
