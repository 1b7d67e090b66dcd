import type { Adapter } from './adapter.ts'
import { atlas } from './adapters/atlas.ts'
import { googleCommunity } from './adapters/google-community.ts'
import { google } from './adapters/google.ts'
import { kakao } from './adapters/kakao.ts'
import { mapbox } from './adapters/mapbox.ts'
import { mapstools } from './adapters/mapstools.ts'
import { osm } from './adapters/osm.ts'
import { playmcp } from './adapters/playmcp.ts'
import type { ToolDeps } from './tool-deps.ts'
import { toolDeps } from './deps.ts'

/** Every provider there is a configuration for; hosted servers may live at another address. */
function allAdapters(setting: (name: string) => string | undefined): readonly Adapter[] {
  const community = setting('GOOGLE_MAP_MCP_URL')
  return [
    kakao,
    google,
    mapbox(setting('MAPBOX_MCP_URL')),
    mapstools(setting('MAPSTOOLS_MCP_URL')),
    playmcp(setting('PLAYMCP_URL'), setting('PLAYMCP_TOKEN_URL')),
    ...(community === undefined ? [] : [googleCommunity(community)]),
    osm,
    atlas,
  ]
}

/** The providers this deployment names in `PROVIDERS` and has the bindings and secrets for. The atlas is always among them. */
export function adaptersOf(env: Env, deps: ToolDeps = toolDeps(env)): readonly Adapter[] {
  const wanted = (deps.secret('PROVIDERS') ?? '').split(',').map((id) => id.trim())
  return allAdapters(deps.secret)
    .filter((adapter) => adapter.id === 'atlas' || wanted.includes(adapter.id))
    .filter((adapter) => isConfigured(adapter, deps))
}

function isConfigured({ endpoint, auth }: Adapter, deps: ToolDeps): boolean {
  if (deps.fetchOf(endpoint) === null) return false
  if (auth.kind === 'none') return true
  if (auth.kind === 'header') return deps.secret(auth.secret) !== undefined
  return deps.secret(auth.clientIdSecret) !== undefined && deps.secret(auth.refreshSecret) !== undefined
}
