import type { ItineraryView, PlanningProgress } from '@yeojeong/contracts'
import { useEffect, useState } from 'react'
import { request } from './client.ts'

const POLL_MS = 2_000
const FAILURES_BEFORE_POLLING = 3

export type Watch = { readonly progress: PlanningProgress | null; readonly polling: boolean }

function fromView(view: ItineraryView): PlanningProgress {
  const percent = view.status === 'planning' ? 0 : 100
  return { itineraryId: view.id, status: view.status, step: null, percent, version: view.version, failure: view.failure, draft: null }
}

/** Live planning progress over server-sent events; by asking every two seconds where those do not get through. */
function watch(itineraryId: string, onProgress: (progress: PlanningProgress) => void, onPolling: () => void): () => void {
  const path = `/v1/itineraries/${encodeURIComponent(itineraryId)}`
  const source = new EventSource(`${path}/progress`)
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let ended = false

  const stop = (): void => {
    ended = true
    source.close()
    clearTimeout(timer)
  }
  const report = (progress: PlanningProgress): void => {
    if (ended) return
    onProgress(progress)
    if (progress.status !== 'planning') stop()
  }
  const poll = (): void => {
    if (ended) return
    request<ItineraryView>(path)
      .then(
        (view) => report(fromView(view)),
        () => null,
      )
      .finally(() => {
        if (!ended) timer = setTimeout(poll, POLL_MS)
      })
  }
  const listen = (event: MessageEvent<string>): void => {
    failures = 0
    report(JSON.parse(event.data) as PlanningProgress)
  }
  source.addEventListener('message', listen)
  source.addEventListener('progress', listen)
  source.addEventListener('error', () => {
    failures += 1
    if (ended || (source.readyState !== EventSource.CLOSED && failures < FAILURES_BEFORE_POLLING)) return
    source.close()
    onPolling()
    poll()
  })
  return stop
}

export function usePlanningProgress(itineraryId: string, active: boolean): Watch {
  const [state, setState] = useState<Watch>({ progress: null, polling: false })
  useEffect(() => {
    if (!active) return undefined
    return watch(
      itineraryId,
      // A later event without a draft keeps the draft already shown; polling knows no steps, so it keeps the last one too.
      (progress) =>
        setState((before) => ({
          ...before,
          progress: {
            ...progress,
            draft: progress.draft ?? before.progress?.draft ?? null,
            step: progress.step ?? before.progress?.step ?? null,
            percent: Math.max(progress.percent, before.progress?.percent ?? 0),
          },
        })),
      () => setState((before) => ({ ...before, polling: true })),
    )
  }, [itineraryId, active])
  return state
}
