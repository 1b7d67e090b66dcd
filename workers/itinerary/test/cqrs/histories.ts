import { HistoryRun, NOTHING_FOUND, type Findings, type ReadPage } from './history.ts'
import { GUEST, OWNER } from './write-side.ts'

type App = { request(path: string, init: object, env: object): Promise<Response> }
type Gateway = { readonly createApp: () => App }
type Sessions = { readonly issueSession: (principal: object, secret: string, nowS: number) => Promise<string> }

const SECRET = 'a-session-secret-for-tests-only-0123456789'

/** The gateway itself, over other stores. Its types are another Worker's, so that they stay where they belong. */
export async function gatewayReader(): Promise<ReadPage> {
  const root = new URL('../../../gateway/src/', (import.meta as unknown as { url: string }).url)
  const { createApp } = (await import(new URL('app.ts', root).href)) as Gateway
  const { issueSession } = (await import(new URL('session/token.ts', root).href)) as Sessions
  const nowS = Math.floor(Date.now() / 1_000)
  const session = (userId: string): Promise<string> => issueSession({ userId, role: 'guest' }, SECRET, nowS)
  const tokens = { owner: await session(OWNER), guest: await session(GUEST) }
  const app = createApp()
  const limiter = { limit: async () => ({ success: true }) }
  return async (itineraryId, { views, itinerary }, minVersion, reader) => {
    const headers = { authorization: `Bearer ${tokens[reader]}`, ...(minVersion === null ? {} : { 'min-version': String(minVersion) }) }
    const env = { SESSION_SECRET: SECRET, READ_LIMITER: limiter, WRITE_LIMITER: limiter, ITINERARY_VIEWS: views, ITINERARY: itinerary }
    const response = await app.request(`/v1/itineraries/${itineraryId}`, { headers }, env)
    const body = (await response.json()) as { version?: number; title?: string }
    const etag = /^"v(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1]
    return { status: response.status, version: etag === undefined ? null : Number(etag), body }
  }
}

/** Seeds 1 … `count`, their findings summed. */
export async function runHistories(count: number, from = 1): Promise<Findings> {
  const page = await gatewayReader()
  const sum: Findings = { ...NOTHING_FOUND }
  for (let seed = from; seed < from + count; seed++) {
    const found = await new HistoryRun(seed, page).run()
    for (const name of Object.keys(sum) as (keyof Findings)[]) sum[name] += found[name]
  }
  return sum
}
