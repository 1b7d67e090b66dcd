import { DATABASES, PERSIST } from './paths.ts'
import { must } from './run.ts'

/** Brings the local databases to the newest schema; nothing happens where they are. */
export async function migrateLocal(persistTo: string = PERSIST): Promise<void> {
  for (const { name, config } of DATABASES) {
    await must(`migrating ${name}`, 'wrangler', ['d1', 'migrations', 'apply', name, '--local', '--persist-to', persistTo, '-c', config])
  }
}
