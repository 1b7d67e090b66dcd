import type { Adapter } from '../providers/adapter.ts'

/** Those who can be asked this about a country (null = no idea which), best first. */
export function choose(adapters: readonly Adapter[], tool: keyof Adapter['tools'], countryCode: string | null): readonly Adapter[] {
  const rank = (adapter: Adapter): number => (countryCode === null ? undefined : adapter.rank[countryCode]) ?? adapter.rank.default
  return adapters
    .filter(
      ({ tools, regions }) => tools[tool] !== undefined && (regions === 'world' || countryCode === null || regions.includes(countryCode)),
    )
    .toSorted((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1))
}

/** Our own facts: it knows our regions by their ids, answers in every language at once and is always asked along. */
export function isOurs({ tools }: Adapter): boolean {
  return tools.regions !== undefined
}

const ALIKE: ReadonlySet<string> = new Set(['kakao', 'playmcp', 'osm'])

/** Answers alike whatever the language of the question: in all languages it has, or in its own only. */
export function answersAlike(adapter: Adapter): boolean {
  return isOurs(adapter) || ALIKE.has(adapter.id)
}
