import type { Place, StopView } from '@yeojeong/contracts'
import type { IconName } from '../design/icons.tsx'

const BY_CATEGORY: { readonly [category in Place['category']]?: IconName } = {
  museum: 'frame',
  gallery: 'frame',
  market: 'shop',
  shopping: 'shop',
  neighbourhood: 'street',
  park: 'tree',
  garden: 'tree',
  nature: 'mountain',
  beach: 'wave',
  viewpoint: 'mountain',
  landmark: 'star',
  'theme-park': 'star',
  'zoo-aquarium': 'wave',
  children: 'child',
  performance: 'star',
  spa: 'wave',
}

/** What a stop is, at a glance: a sight by its category, anything else by its kind. */
export function stopIcon(stop: StopView, place: Place | undefined): IconName {
  const special = place === undefined ? undefined : BY_CATEGORY[place.category]
  return stop.kind === 'sight' ? (special ?? 'sight') : stop.kind
}
