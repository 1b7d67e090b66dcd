import type { CallContext, ExportedFile, ExportFormat, ItineraryView, ServiceError } from '@yeojeong/contracts'
import { err, ok, type Result } from '@yeojeong/domain'
import { exportItinerary } from '@yeojeong/exchange'
import { notFound } from '@yeojeong/worker-kit'
import type { Deps } from '../deps.ts'
import { read } from '../queries/read.ts'
import { readShared } from '../sharing/shared.ts'

/** A file of the newest version, for whoever may read it. There is none of an itinerary without days. */
export async function exportFile(
  deps: Pick<Deps, 'rows' | 'streams' | 'sagaOf' | 'shares' | 'now'>,
  ctx: CallContext,
  { itineraryId, format }: { readonly itineraryId: string; readonly format: ExportFormat },
): Promise<Result<ExportedFile, ServiceError>> {
  const found = await read(deps, ctx, itineraryId)
  return found.ok ? written(found.value.view, format, ctx) : found
}

/** The same by a link: what calendars subscribe to. */
export async function exportShared(
  deps: Pick<Deps, 'rows' | 'streams' | 'shares' | 'views' | 'now'>,
  ctx: CallContext,
  { token, format }: { readonly token: string; readonly format: ExportFormat },
): Promise<Result<ExportedFile, ServiceError>> {
  const shared = await readShared(deps, ctx, token)
  return shared.ok ? written(shared.value.itinerary, format, ctx) : shared
}

function written(view: ItineraryView, format: ExportFormat, { language }: CallContext): Result<ExportedFile, ServiceError> {
  if (view.days.length === 0) return err({ ...notFound, detail: 'There are no days to export yet.' })
  return ok({ format, version: view.version, title: view.title, text: exportItinerary(view, format, language) })
}
