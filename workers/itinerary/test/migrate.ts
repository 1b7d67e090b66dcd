import { applyD1Migrations, type D1Migration } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

const { ITINERARY_DB, MIGRATIONS } = env as unknown as { ITINERARY_DB: D1Database; MIGRATIONS: D1Migration[] }
await applyD1Migrations(ITINERARY_DB, MIGRATIONS)
