/** The domain's words that callers need beside the schemas; whoever talks to us needs no other package. */
export { CATEGORIES, DIETS, FOOD_CATEGORIES, INTERESTS, LANGUAGES, MOBILITIES, PACES, SIGHT_CATEGORIES, TRANSPORTS } from '@yeojeong/domain'
export type {
  Category,
  Diet,
  Interest,
  Language as LanguageCode,
  LatLng as Position,
  Mobility,
  Pace,
  Result,
  Transport,
} from '@yeojeong/domain'
