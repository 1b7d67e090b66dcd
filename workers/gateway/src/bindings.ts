import type { CallContext, ItineraryRpc, Principal, Services } from '@yeojeong/contracts'

/** The generated bindings, with the services typed by their contracts instead of their sources. */
export type Bindings = Omit<Env, keyof Services | 'ENVIRONMENT'> &
  Services & { readonly ENVIRONMENT: string; readonly ITINERARY: ItineraryRpc & Pick<Fetcher, 'fetch'> }

/** What middleware leaves for the routes. */
export type Variables = {
  requestId: string
  traceparent: string
  /** Set by `authenticate`; routes outside it never read it. */
  principal: Principal
  callContext: CallContext
}

export type GatewayEnv = { Bindings: Bindings; Variables: Variables }
