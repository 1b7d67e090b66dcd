import {
  forOthers,
  ItineraryView,
  kvKeys,
  ROLE_HEADER,
  roleInView,
  serviceError,
  ViewAccess,
  type ItineraryRole,
} from '@yeojeong/contracts'
import type { Context } from 'hono'
import type { GatewayEnv } from './bindings.ts'
import { describeError, log } from '@yeojeong/worker-kit'
import { ServiceFailure } from './problem.ts'
import { call } from './services.ts'

/** KV's floor. Writers who know a newer version say so with `Min-Version` and are not kept waiting by it. */
const KV_CACHE_TTL_S = 30

/**
 * The read path: one KV read, access decided from its metadata, the stored bytes passed through unparsed to the owner. The
 * write side is asked only when KV has no view (still planning, or KV is down) or an older one than the caller knows of.
 */
export async function readView(c: Context<GatewayEnv>, itineraryId: string): Promise<Response> {
  const minVersion = Number(c.req.header('min-version') ?? 0)
  const stored = await fromKv(c, itineraryId)
  if (stored === null || stored.access.version < minVersion) return fromWriteSide(c, itineraryId)
  const role = roleInView(stored.access, c.get('principal').userId, Date.now())
  if (role === 'unknown') return fromWriteSide(c, itineraryId)
  if (role === null) throw new ServiceFailure(serviceError('not_found'))
  const ageS = Math.max(0, Math.floor((Date.now() - stored.access.writtenAt) / 1000))
  const body = role === 'owner' ? stored.bytes : textForOthers(stored.bytes)
  return versioned(c, { version: stored.access.version, role, body, ageS })
}

async function fromKv(c: Context<GatewayEnv>, itineraryId: string): Promise<{ bytes: ArrayBuffer; access: ViewAccess } | null> {
  try {
    const { value, metadata } = await c.env.ITINERARY_VIEWS.getWithMetadata(kvKeys.itineraryView(itineraryId), {
      type: 'arrayBuffer',
      cacheTtl: KV_CACHE_TTL_S,
    })
    const access = ViewAccess.safeParse(metadata)
    return value === null || !access.success ? null : { bytes: value, access: access.data }
  } catch (error) {
    log('warn', 'gateway.view_store_failed', c.get('callContext'), { error: describeError(error) })
    return null
  }
}

/** Whoever has joined reads what others may see: the only readers for whom the view is opened here. */
function textForOthers(bytes: ArrayBuffer): string {
  return JSON.stringify(forOthers(ItineraryView.parse(JSON.parse(new TextDecoder().decode(bytes)))))
}

/** Who may see what is decided by the service. */
async function fromWriteSide(c: Context<GatewayEnv>, itineraryId: string): Promise<Response> {
  const { role, view } = await call(c, 'ITINERARY', (itinerary) => itinerary.read(c.get('callContext'), itineraryId))
  return versioned(c, { version: view.version, role, body: JSON.stringify(view), ageS: 0 })
}

type Found = { readonly version: number; readonly role: ItineraryRole; readonly body: string | ArrayBuffer; readonly ageS: number }

function versioned(c: Context<GatewayEnv>, { version, role, body, ageS }: Found): Response {
  const headers = { etag: `"v${version}"`, age: String(ageS), 'cache-control': 'private, no-cache', [ROLE_HEADER]: role }
  // Version 0 is "still planning": its content changes without its version, so it never matches.
  if (version > 0 && c.req.header('if-none-match') === headers.etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/json' } })
}
