import { globSync } from 'node:fs'
import { ROOT } from './stack/paths.ts'
import { must } from './stack/run.ts'

/** `npm run db:generate`: writes the migration each schema lacks. */
for (const config of globSync('workers/*/drizzle.config.ts', { cwd: ROOT }))
  console.log(await must(config, 'drizzle-kit', ['generate', '--config', config]))
