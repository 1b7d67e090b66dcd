import type { PlaceQuery } from '@yeojeong/contracts'
import type { Adapter, RouteQuestion, ToolUse, RouteMatrix } from '../adapter.ts'
import { foundPlacesFrom, matrixFrom, noRoutes } from '../parse/own.ts'

/** The tools of our own MCP servers that answer in found places. */
export const searchOwn = (
  args: (query: PlaceQuery) => Record<string, unknown> | null,
  priceUsd: number,
): NonNullable<Adapter['tools']['search']> => ({
  tool: 'search_places',
  args,
  parse: foundPlacesFrom,
  empty: () => [],
  priceUsd,
})

/** `priceUsd` is for one pair. */
export const routesOwn = (
  modes: readonly RouteQuestion['mode'][],
  maxPairs: number,
  priceUsd: number,
): ToolUse<RouteQuestion, RouteMatrix> => ({
  tool: 'compute_routes',
  args: (question) =>
    modes.includes(question.mode) &&
    question.origins.length * question.destinations.length <= maxPairs &&
    question.origins.length <= 25 &&
    question.destinations.length <= 25
      ? question
      : null,
  parse: matrixFrom,
  empty: noRoutes,
  priceUsd,
  units: ({ origins, destinations }) => origins.length * destinations.length,
})

/** What a provider can be asked: words, or a point to look around. */
export function isAskable(query: PlaceQuery): boolean {
  return (query.query !== undefined && query.query !== '') || query.near !== undefined
}
