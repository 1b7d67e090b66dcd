import type { FoundPlace } from '@yeojeong/contracts'
import { googleCategory, googleCuisine, isFood, type Language, type LocalizedText } from '@yeojeong/domain'
import * as z from 'zod'
import { hoursOf, Periods } from './opening-hours.ts'

/** The parts of a Google place we ask for (Places API (New), `Place`); each is absent unless its field was in the mask and is known. */
const GooglePlace = z.object({
  id: z.string().min(1),
  displayName: z.object({ text: z.string().min(1), languageCode: z.string().optional() }),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
  primaryType: z.string().optional(),
  types: z.array(z.string()).default([]),
  formattedAddress: z.string().optional(),
  businessStatus: z.string().optional(),
  googleMapsUri: z.string().optional(),
  accessibilityOptions: z.object({ wheelchairAccessibleEntrance: z.boolean().optional() }).optional(),
  regularOpeningHours: z.object({ periods: Periods.optional() }).optional(),
  rating: z.number().min(1).max(5).optional(),
  userRatingCount: z.number().int().positive().optional(),
})

const STATUS: { readonly [status: string]: FoundPlace['businessStatus'] } = {
  OPERATIONAL: 'operational',
  CLOSED_TEMPORARILY: 'closed-temporarily',
  CLOSED_PERMANENTLY: 'closed-permanently',
}

/** Google's place as what it says; null for what is no traveller's place or has no name and position. */
export function placeOf(raw: unknown, asked: Language): FoundPlace | null {
  const parsed = GooglePlace.safeParse(raw)
  if (!parsed.success) return null
  const place = parsed.data
  const category = googleCategory(place.primaryType, place.types)
  if (category === null) return null
  const hours = hoursOf(place.regularOpeningHours?.periods ?? [])
  const status = STATUS[place.businessStatus ?? '']
  const entrance = place.accessibilityOptions?.wheelchairAccessibleEntrance
  return {
    id: place.id,
    names: named(place.displayName.text, place.displayName.languageCode, asked),
    position: { lat: place.location.latitude, lng: place.location.longitude },
    category,
    ...(place.formattedAddress === undefined ? {} : { address: { [asked]: place.formattedAddress } }),
    ...(hours === null ? {} : { hours }),
    ...(place.rating === undefined
      ? {}
      : { rating: { value: place.rating, ...(place.userRatingCount === undefined ? {} : { count: place.userRatingCount }) } }),
    ...(status === undefined ? {} : { businessStatus: status }),
    // An accessible entrance is not the whole way to the main thing: never more than partly.
    ...(entrance === undefined ? {} : { stepFree: entrance ? ('partly' as const) : ('no' as const) }),
    ...(isFood(category) ? { food: { cuisine: googleCuisine(place.primaryType), diets: [] } } : {}),
    ...(place.googleMapsUri === undefined ? {} : { url: place.googleMapsUri }),
  }
}

/** In the language Google says it is; another language in Latin letters stands where English does, else where it was asked for. */
function named(text: string, code: string | undefined, asked: Language): LocalizedText {
  const language = (code ?? asked).slice(0, 2)
  const known = language === 'ko' || language === 'en' || language === 'ja' || language === 'zh' ? language : null
  return { [known ?? (/^[\p{Script=Latin}\P{L}]+$/u.test(text) ? 'en' : asked)]: text }
}
