import type { Region, Trip, TripInput } from '@yeojeong/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { newKey } from '../api/client.ts'
import { planTrip } from '../api/plan-trip.ts'
import { ApiError } from '../api/problem.ts'
import { createTrip, updateTrip } from '../api/save-trip.ts'
import { navigate } from '../app/router.tsx'
import { draftOf, emptyDraft, membersToSave, tripInput, type TripDraft } from './draft.ts'
import { issuesOf, type Issues } from './issues.ts'

const NONE: Issues = new Map()

export type TripForm = {
  readonly draft: TripDraft
  readonly issues: Issues
  readonly sending: boolean
  /** A refusal that belongs to no field. */
  readonly error: unknown
  readonly change: (part: Partial<TripDraft>) => void
  readonly submit: () => void
}

/** The schemas are fetched when they are first needed: reading itineraries never needs them. */
async function check(draft: TripDraft, region: Region | undefined): Promise<{ readonly trip: TripInput } | { readonly issues: Issues }> {
  const { TripInput, fieldErrors } = await import('@yeojeong/contracts')
  const parsed = TripInput.safeParse(tripInput(draft, region))
  return parsed.success ? { trip: parsed.data } : { issues: issuesOf(fieldErrors(parsed.error)) }
}

export function useTripForm(saved: Trip | null, regionOf: (draft: TripDraft) => Region | undefined): TripForm {
  const client = useQueryClient()
  const [draft, setDraft] = useState<TripDraft>(() => (saved === null ? emptyDraft(new Date()) : draftOf(saved)))
  const [issues, setIssues] = useState<Issues>(NONE)
  const [refusals, setRefusals] = useState(0)
  const keys = useRef({ trip: newKey(), plan: newKey() })
  const latest = useRef(draft)

  useEffect(() => {
    // After the errors are on the page, so that what is focused can say its own.
    if (refusals > 0) document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus()
  }, [refusals])

  const send = useMutation({
    mutationFn: async (trip: TripInput) => {
      const done =
        saved === null
          ? await createTrip(trip, keys.current.trip)
          : await updateTrip(saved, trip, membersToSave(draft, trip), keys.current.trip)
      return { tripId: done.id, address: await planTrip(done.id, draft, keys.current.plan) }
    },
    onSuccess: ({ tripId, address }) => {
      void client.invalidateQueries({ queryKey: ['trips'] })
      void client.invalidateQueries({ queryKey: ['trip', tripId] })
      navigate(address)
    },
    onError: (error) => {
      if (!(error instanceof ApiError) || error.fields.length === 0) return
      setIssues(issuesOf(error.fields))
      setRefusals((count) => count + 1)
    },
  })

  const change = (part: Partial<TripDraft>): void => {
    const next = { ...draft, ...part }
    latest.current = next
    keys.current = { trip: newKey(), plan: newKey() }
    setDraft(next)
    if (refusals === 0) return
    void check(next, regionOf(next)).then((checked) => {
      if (latest.current === next) setIssues('issues' in checked ? checked.issues : NONE)
    })
  }
  const submit = (): void => {
    void check(draft, regionOf(draft)).then((checked) => {
      setIssues('issues' in checked ? checked.issues : NONE)
      if ('trip' in checked) send.mutate(checked.trip)
      else setRefusals((count) => count + 1)
    })
  }
  const error = send.isError && !(send.error instanceof ApiError && send.error.fields.length > 0) ? send.error : null
  return { draft, issues, sending: send.isPending, error, change, submit }
}
