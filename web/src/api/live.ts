import type { LiveMessage } from '@yeojeong/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { itineraryQuery, readItinerary } from './itinerary.ts'

export type Person = Extract<LiveMessage, { type: 'here' }>['people'][number]

const PING_MS = 30_000
const FIRST_RETRY_MS = 1_000
const LONGEST_RETRY_MS = 60_000
/** One may no longer read this; asking again would not help. */
const NOT_ALLOWED = 4403

/** Stays connected as long as the page is open: what changed, and who else has it open. */
function listen(itineraryId: string, onMessage: (message: LiveMessage) => void): () => void {
  let socket: WebSocket | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let pings: ReturnType<typeof setInterval> | undefined
  let retryMs = FIRST_RETRY_MS
  let ended = false

  const connect = (): void => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws'
    const opened = new WebSocket(`${scheme}://${location.host}/v1/itineraries/${encodeURIComponent(itineraryId)}/live`)
    socket = opened
    opened.addEventListener('open', () => {
      retryMs = FIRST_RETRY_MS
      pings = setInterval(() => opened.send('ping'), PING_MS)
    })
    opened.addEventListener('message', ({ data }: MessageEvent<string>) => {
      if (data !== 'pong') onMessage(JSON.parse(data) as LiveMessage)
    })
    opened.addEventListener('close', ({ code }) => {
      clearInterval(pings)
      if (ended || code === NOT_ALLOWED) return
      timer = setTimeout(connect, retryMs)
      retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS)
    })
  }
  connect()
  return () => {
    ended = true
    clearTimeout(timer)
    clearInterval(pings)
    socket?.close()
  }
}

export type Live = {
  /** Everybody else who has the page open now. */
  readonly others: readonly Person[]
  /** The newest version that came from elsewhere; 0 = none yet. */
  readonly heard: number
}

/** Keeps an itinerary as new as anybody has made it, and says who else is looking at it. */
export function useLive(itineraryId: string, active: boolean): Live {
  const client = useQueryClient()
  const [others, setOthers] = useState<readonly Person[]>([])
  const [heard, setHeard] = useState(0)
  useEffect(() => {
    if (!active) return undefined
    let me: string | null = null
    const { queryKey } = itineraryQuery(itineraryId)
    const read = async (version: number): Promise<void> => {
      // One's own change is answered with its view; only what is newer came from elsewhere.
      if (client.isMutating() > 0 || (client.getQueryData(queryKey)?.version ?? 0) >= version) return
      const view = await readItinerary(client, itineraryId, { minVersion: version })
      if ((client.getQueryData(queryKey)?.version ?? 0) >= view.version) return
      client.setQueryData(queryKey, view)
      setHeard(view.version)
    }
    return listen(itineraryId, (message) => {
      if (message.type === 'changed') void read(message.version).catch(() => null)
      else {
        me = message.you ?? me
        setOthers(message.people.filter(({ id }) => id !== me))
      }
    })
  }, [itineraryId, active, client])
  return { others, heard }
}
