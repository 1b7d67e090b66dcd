import type { Command, CommandAnswer, ItineraryRole, ItineraryView, Problem } from '@yeojeong/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useState } from 'react'
import { newKey } from '../api/client.ts'
import { sendCommand } from '../api/commands.ts'
import { itineraryQuery, newestItinerary } from '../api/itinerary.ts'
import { noteVersion } from '../api/known-version.ts'
import { ApiError, codeOf } from '../api/problem.ts'
import { foresee } from './foresee.ts'

/** What came of a change, until it is dismissed or the next one is made. */
export type Outcome =
  | { readonly kind: 'done'; readonly command: Command; readonly answer: CommandAnswer }
  | { readonly kind: 'asks'; readonly command: Command; readonly violations: NonNullable<Problem['violations']> }
  | { readonly kind: 'conflict'; readonly command: Command; readonly since: NonNullable<Problem['since']> }
  | { readonly kind: 'refused'; readonly command: Command; readonly code: string; readonly infeasible: ItineraryView['infeasible'] }

export type Editor = {
  readonly view: ItineraryView
  /** The change under way, already shown as it will probably be. */
  readonly pending: Command | null
  readonly outcome: Outcome | null
  readonly run: (command: Command, force?: boolean) => void
  readonly dismiss: () => void
}

type Sending = { readonly command: Command; readonly force: boolean; readonly key: string }

function refusal(command: Command, error: unknown): Outcome {
  const code = codeOf(error)
  const { violations = [], since = [], infeasible = null } = error instanceof ApiError ? error.particulars : {}
  if (code === 'rules_broken') return { kind: 'asks', command, violations }
  if (code === 'version_conflict') return { kind: 'conflict', command, since }
  return { kind: 'refused', command, code, infeasible }
}

/** Changes one after the other, each on the newest version there is; shown at once, then as the service answers. */
export function useEditor(view: ItineraryView): Editor {
  const client = useQueryClient()
  const { queryKey } = itineraryQuery(view.id)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const send = useMutation({
    scope: { id: `edit ${view.id}` },
    mutationFn: ({ command, force, key }: Sending) => {
      const baseVersion = client.getQueryData(queryKey)?.version ?? view.version
      return sendCommand(view.id, { baseVersion, command, force }, key)
    },
    onMutate: async ({ command }) => {
      setOutcome(null)
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData(queryKey)
      if (before !== undefined) client.setQueryData(queryKey, foresee(before, command))
      return { before }
    },
    onSuccess: (answer, { command }) => {
      noteVersion(view.id, answer.view.version)
      client.setQueryData(queryKey, answer.view)
      setOutcome({ kind: 'done', command, answer })
    },
    onError: async (error, { command }, context) => {
      if (context?.before !== undefined) client.setQueryData(queryKey, context.before)
      const current = error instanceof ApiError ? error.particulars.currentVersion : undefined
      if (current !== undefined) await newestItinerary(client, view.id, current).catch(() => null)
      setOutcome(refusal(command, error))
    },
  })
  return {
    view,
    pending: send.isPending ? (send.variables?.command ?? null) : null,
    outcome,
    run: (command, force = false) => send.mutate({ command, force, key: newKey() }),
    dismiss: () => setOutcome(null),
  }
}

/** Null where an itinerary is only read. */
export const EditorContext = createContext<Editor | null>(null)

export function useEditing(): Editor | null {
  return use(EditorContext)
}

/** What the reader is to the itinerary; null where it is read by a link alone. */
export const RoleContext = createContext<ItineraryRole | null>(null)

export function useReaderRole(): ItineraryRole | null {
  return use(RoleContext)
}
