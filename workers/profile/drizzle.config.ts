import { defineConfig } from 'drizzle-kit'

export default defineConfig({ dialect: 'sqlite', schema: './workers/profile/src/store/schema.ts', out: './migrations/profile' })
