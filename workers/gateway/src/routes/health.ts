import { ServiceHealth } from '@yeojeong/contracts'
import * as z from 'zod'
import type { Bindings } from '../bindings.ts'
import { json, route, router } from '../openapi.ts'

const Health = z.object({ state: z.enum(['ok', 'degraded', 'down']), services: z.array(ServiceHealth) }).meta({ id: 'Health' })

const health = route({
  method: 'get',
  path: '/v1/health',
  summary: 'How every service is',
  responses: { 200: json(Health, 'Each service with its version and state') },
})
const ready = route({
  method: 'get',
  path: '/v1/ready',
  summary: 'Can this instance do its whole job',
  responses: { 200: json(Health, 'Yes'), 503: json(Health, 'No') },
})

export const healthRoutes = router()
healthRoutes.openapi(health, async (c) => c.json(await check(c.env), 200))
healthRoutes.openapi(ready, async (c) => {
  const found = await check(c.env)
  return c.json(found, found.state === 'down' ? 503 : 200)
})

async function check(env: Bindings): Promise<z.infer<typeof Health>> {
  const services = await Promise.all(
    (['PROFILE', 'ITINERARY', 'LOCATION'] as const).map(async (name) => {
      try {
        return await env[name].health()
      } catch {
        return { service: name.toLowerCase(), version: 'unknown', state: 'down' as const, detail: 'no answer' }
      }
    }),
  )
  const states = services.map(({ state }) => state)
  const state = states.includes('down') ? 'down' : states.includes('degraded') ? 'degraded' : 'ok'
  return { state, services: [{ service: 'gateway', version: '1', state: 'ok' }, ...services] }
}
