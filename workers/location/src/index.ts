export { LocationService } from './service.ts'

/** Reached by RPC only; a plain request has nothing to find here. */
export default { fetch: () => new Response(null, { status: 404 }) } satisfies ExportedHandler
