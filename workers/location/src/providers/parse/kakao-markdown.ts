import type { Place, PlaceQuery } from '@yeojeong/contracts'
import { isFood, kakaoCategory, kakaoCuisine, ok, type Result } from '@yeojeong/domain'
import type { AskMore, ParseFailure, Provenance, ToolResult } from '../adapter.ts'
import { failureInWords, placesOf, unreadable, type Unplaced } from './answers.ts'

type Entry = { readonly id: string; readonly name: string; readonly address: string | null; readonly path: string }

/** Directions come two places a call, at three calls a second: more than this is not placed in time. */
const MOST = 6

/** KakaoMap's Markdown: `1. name`, then lines of address and category and a link with the id. */
function entriesOf(text: string): Entry[] {
  const blocks = text.split(/^(?=\s*(?:#+\s*)?\d+\.\s)/m)
  return blocks.flatMap((block) => {
    const name = /^\s*(?:#+\s*)?\d+\.\s+(.+)$/m
      .exec(block)?.[1]
      ?.replaceAll(/\*\*|^\[|\]\(.*\)$/g, '')
      .trim()
    const id = /place\.map\.kakao\.com\/(\d+)/.exec(block)?.[1]
    if (!name || id === undefined) return []
    return [{ id, name, address: line(block, '주소'), path: line(block, '카테고리') ?? '' }]
  })
}

function line(block: string, label: string): string | null {
  return new RegExp(`^\\s*[-*]\\s*\\**${label}\\**\\s*:\\s*(.+)$`, 'm').exec(block)?.[1]?.replaceAll('**', '').trim() ?? null
}

/** A directions answer links its map with both ends: `sp=lat,lng` and `ep=lat,lng`. */
function endsOf(text: string): { readonly from: readonly [string, string] | null; readonly to: readonly [string, string] | null } {
  const end = (name: string): readonly [string, string] | null => {
    const found = new RegExp(`[?&]${name}=(-?[\\d.]+)(?:,|%2C)(-?[\\d.]+)`, 'i').exec(text)
    return found === null ? null : [found[1]!, found[2]!]
  }
  return { from: end('sp'), to: end('ep') }
}

/** The answer has no coordinates: a walk from each place to the next tells both ends'. */
export async function kakaoMarkdownPlaces(
  result: ToolResult,
  query: PlaceQuery,
  by: Provenance,
  more: AskMore,
): Promise<Result<Place[], ParseFailure>> {
  const text = result.texts.join('\n')
  const entries = entriesOf(text).slice(0, Math.min(MOST, query.limit))
  if (entries.length === 0) {
    const said = failureInWords(result, [query.query ?? ''])
    return said === null ? unreadable('no places in the answer') : said.ok ? ok([]) : said
  }
  const known = entries.filter(({ path }) => kakaoCategory(path, groupOf(path)) !== null)
  const placed = await Promise.all(pairs(known).map(([from, to]) => place(from, to, more)))
  const failed = placed.find((one) => !one.ok)
  const found = placed.flatMap((one) => (one.ok ? one.value : []))
  if (found.length === 0 && failed?.ok === false) return failed
  return placesOf(found, query, by)
}

function pairs(entries: readonly Entry[]): (readonly [Entry, Entry | null])[] {
  return entries.flatMap((entry, index) => (index % 2 === 0 ? [[entry, entries[index + 1] ?? null] as const] : []))
}

async function place(from: Entry, to: Entry | null, more: AskMore): Promise<Result<Unplaced[], ParseFailure>> {
  // A single place needs another end; Seoul's city hall is one the service surely knows.
  const answer = await more('KakaoMap-GetWalkDirections', { origin: from.name, destination: to?.name ?? '서울특별시청' })
  if (!answer.ok) return answer
  // It knows the place but no way from it: nothing to place it by, and nobody's failure.
  if (answer.value === null) return ok([])
  const ends = endsOf(answer.value.texts.join('\n'))
  return ok([unplaced(from, ends.from), ...(to === null ? [] : [unplaced(to, ends.to)])])
}

function unplaced({ id, name, address, path }: Entry, at: readonly [string, string] | null): Unplaced {
  const category = kakaoCategory(path, groupOf(path)) ?? 'landmark'
  return {
    id,
    names: { ko: name },
    lat: at?.[0] ?? null,
    lng: at?.[1] ?? null,
    category,
    url: `https://place.map.kakao.com/${id}`,
    ...(address === null ? {} : { address: { ko: address } }),
    ...(isFood(category) ? { food: { cuisine: kakaoCuisine(path), diets: [] } } : {}),
  }
}

/** The Markdown names the path only; its head tells the group. */
function groupOf(path: string): string {
  if (path.startsWith('음식점 > 카페')) return 'CE7'
  if (path.startsWith('음식점')) return 'FD6'
  return path.startsWith('여행') ? 'AT4' : ''
}
