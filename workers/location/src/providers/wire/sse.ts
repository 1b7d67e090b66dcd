/** What an event stream told so far: the data of whole events, and where and when to take it up again. */
export type SseEvent = { readonly data: string; readonly id: string | null; readonly retryMs: number | null }

/** An incremental reader of `text/event-stream` (WHATWG HTML, 9.2.6). Events that nobody names `message` are left out. */
export function sseReader(): (chunk: string) => SseEvent[] {
  let pending = ''
  let data: string[] = []
  let id: string | null = null
  let retryMs: number | null = null
  let type = ''
  const line = (text: string, events: SseEvent[]): void => {
    if (text === '') {
      if (data.length > 0 || id !== null || retryMs !== null)
        events.push({ data: type === '' || type === 'message' ? data.join('\n') : '', id, retryMs })
      data = []
      id = null
      retryMs = null
      type = ''
      return
    }
    const colon = text.indexOf(':')
    const field = colon === -1 ? text : text.slice(0, colon)
    const value = colon === -1 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') data.push(value)
    else if (field === 'id') id = value
    else if (field === 'event') type = value
    else if (field === 'retry' && /^\d+$/.test(value)) retryMs = Number(value)
  }
  return (chunk) => {
    const events: SseEvent[] = []
    pending += chunk
    // A lone \r at the end may be the first half of \r\n: it waits for what follows.
    const lines = pending.split(/\r\n|\n|\r(?!$)/)
    pending = lines.pop() ?? ''
    for (const text of lines) line(text, events)
    return events
  }
}
