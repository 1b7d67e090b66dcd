import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CONFIGS, ROOT } from '../stack/paths.ts'
import type { Ran } from '../stack/run.ts'

/** What in a configuration has to be made on Cloudflare first, and the command of the README that makes it. */
const MADE_BY: readonly { readonly named: RegExp; readonly command: (name: string, config: string) => string }[] = [
  { named: /^database_name = "(.+)"/gm, command: (name) => `wrangler d1 create ${name}` },
  { named: /^database_name = "(.+)"/gm, command: (name, config) => `wrangler d1 migrations apply ${name} --remote -c ${config}` },
  { named: /^bucket_name = "(.+)"/gm, command: (name) => `wrangler r2 bucket create ${name}` },
  { named: /^(?:dead_letter_)?queue = "(.+)"/gm, command: (name) => `wrangler queues create ${name}` },
  { named: /^\[\[kv_namespaces\]\]\nbinding = "(.+)"/gm, command: (name) => `wrangler kv namespace create ${name}` },
]
const SECRETS = /^required = \[(.+)\]/gm

/** Everything the configurations bind to is made by some line of the README, every required secret too; one name is one store everywhere. */
export async function checkResources(): Promise<Ran> {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const missing = CONFIGS.flatMap((config) => wantedBy(config)).filter((command) => !readme.includes(command))
  if (missing.length > 0)
    return { code: 1, output: `README.md does not say how to make what is bound to:\n${[...new Set(missing)].join('\n')}` }
  const split = storesOfTwoIds()
  return split.length === 0 ? { code: 0, output: '' } : { code: 1, output: `bound under one name to different stores: ${split.join(', ')}` }
}

/** KV namespaces that two Workers share by name, and not by id. */
function storesOfTwoIds(): string[] {
  const ids = new Map<string, Set<string>>()
  for (const config of CONFIGS) {
    const text = readFileSync(join(ROOT, config), 'utf8')
    for (const [, binding = '', id = ''] of text.matchAll(/^\[\[kv_namespaces\]\]\nbinding = "(.+)"\nid = "(.+)"/gm)) {
      ids.set(binding, (ids.get(binding) ?? new Set()).add(id))
    }
  }
  return [...ids].filter(([, all]) => all.size > 1).map(([binding]) => binding)
}

function wantedBy(config: string): string[] {
  const text = readFileSync(join(ROOT, config), 'utf8')
  const made = MADE_BY.flatMap(({ named, command }) => [...text.matchAll(named)].map(([, name = '']) => command(name, config)))
  const secrets = [...text.matchAll(SECRETS)].flatMap(([, list = '']) => list.split(',').map((name) => name.trim().replaceAll('"', '')))
  return [...made, ...secrets.map((name) => `${name}=$(openssl rand -base64 32)" > ${join(dirname(config), '.secrets')}`)]
}
