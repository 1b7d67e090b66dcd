import type { Category } from '../place.ts'

/** Kakao's category path, word by word from its end: the first that says something decides. */
const WORDS: readonly (readonly [RegExp, Category])[] = [
  [/고궁|^궁$/, 'palace'],
  [/사찰|절,사|성당|교회/, 'temple'],
  [/박물관|기념관|전시관|과학관/, 'museum'],
  [/미술관|갤러리/, 'gallery'],
  [/유적|문화재|릉|묘|고택|생가|성곽|서원|향교|한옥마을|민속마을/, 'historic'],
  [/아쿠아리움|수족관|동물원/, 'zoo-aquarium'],
  [/테마파크|놀이공원|워터파크|유원지/, 'theme-park'],
  [/키즈|어린이/, 'children'],
  [/수목원|식물원|정원/, 'garden'],
  [/해수욕장|해변/, 'beach'],
  [/전망대/, 'viewpoint'],
  [/공원/, 'park'],
  [/^산$|봉우리|계곡|폭포|^섬$|오름|호수|저수지|숲|휴양림|동굴|하천|둘레길|등산로|자연/, 'nature'],
  [/푸드코트|푸드홀/, 'food-hall'],
  [/시장/, 'market'],
  [/백화점|쇼핑|아울렛|면세점/, 'shopping'],
  [/거리|골목|마을/, 'neighbourhood'],
  [/공연장|극장|연극/, 'performance'],
  [/온천|찜질방|스파/, 'spa'],
  [/제과|베이커리|빵/, 'bakery'],
  [/전통찻집|다방|찻집/, 'teahouse'],
]
const GROUPS: { readonly [code: string]: Category } = { FD6: 'restaurant', CE7: 'cafe', AT4: 'landmark' }

/** Ours for Kakao's; null for what is no traveller's place (a bank, a school, a car park). */
export function kakaoCategory(path: string, groupCode: string): Category | null {
  const words = path.split('>').map((word) => word.trim())
  for (const word of words.toReversed()) for (const [pattern, category] of WORDS) if (pattern.test(word)) return category
  return GROUPS[groupCode] ?? null
}

/** `음식점 > 한식 > 냉면` eats 한식. */
export function kakaoCuisine(path: string): string {
  return path.split('>')[1]?.trim() ?? 'unknown'
}

const SIGHTS = ['AT4', 'CT1'] as const
/** Kakao's group codes that may hold our categories; sights where none are named. */
export function kakaoGroups(categories: readonly Category[] | undefined): readonly string[] {
  if (categories === undefined || categories.length === 0) return SIGHTS
  return [
    ...new Set(
      categories.flatMap((category) =>
        category === 'restaurant' || category === 'food-hall'
          ? ['FD6']
          : category === 'cafe' || category === 'teahouse' || category === 'bakery'
            ? ['CE7', 'FD6']
            : SIGHTS,
      ),
    ),
  ]
}
