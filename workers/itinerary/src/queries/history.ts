import type { CallContext, HistoryItem, HistoryPage, HistoryQuery, ServiceError } from '@yeojeong/contracts'
import { emptyItinerary, err, ok, type Edit, type ItineraryState, type LocalizedText, type Recorded, type Result } from '@yeojeong/domain'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { told } from '../edits/answer.ts'
import { mayLook } from '../sharing/access.ts'

/** What has happened to an itinerary, newest first. */
export async function history(
  deps: Pick<Deps, 'rows' | 'streams' | 'shares' | 'now'>,
  ctx: CallContext,
  itineraryId: string,
  { cursor, limit }: HistoryQuery,
): Promise<Result<HistoryPage, ServiceError>> {
  const row = await deps.rows.find(itineraryId)
  if (row === null || !(await mayLook(deps, ctx, row))) return err(notFound)
  const page = await deps.streams.page(itineraryId, cursor ?? Number.MAX_SAFE_INTEGER, limit)
  const last = page.at(-1)
  const nextCursor = last === undefined || last.version === 1 ? null : String(last.version)
  // What an edit was about was in the plan before the page, or came into it on the page.
  const before = last === undefined ? emptyItinerary : await deps.streams.at(itineraryId, last.version - 1)
  const names = namesOf(before, page)
  return ok({ items: page.map((event) => itemOf(event, names)), nextCursor })
}

type NamesById = ReadonlyMap<string, LocalizedText>

/** What stops and places were called, though they may be in the plan no more. */
function namesOf(before: ItineraryState, events: readonly Recorded[]): NamesById {
  const named = events.flatMap(({ data }) => {
    if ('plan' in data) return [...data.plan.days.flatMap(({ stops }) => stops), ...data.places]
    return 'change' in data ? [...(data.change.days ?? []).flatMap(({ stops }) => stops), ...(data.change.placesIn ?? [])] : []
  })
  const known = before.status === 'ready' ? before.plan.days.flatMap(({ stops }) => stops) : []
  return new Map([...named, ...known].map(({ id, names }) => [id, names]))
}

function itemOf(event: Recorded, names: NamesById): HistoryItem {
  const { version, type, actor, at, data } = event
  return {
    version,
    at: new Date(at).toISOString(),
    actorId: actor,
    type,
    command: 'edit' in data ? told(data.edit) : null,
    of: 'of' in data ? data.of : null,
    names: 'edit' in data ? (names.get(aboutOf(data.edit) ?? '') ?? null) : null,
  }
}

function aboutOf(edit: Edit): string | null {
  return 'stopId' in edit ? edit.stopId : 'placeId' in edit ? edit.placeId : null
}
