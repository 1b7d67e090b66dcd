import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './workers/itinerary/src/store/*schema.ts', out: './migrations/itinerary' })
