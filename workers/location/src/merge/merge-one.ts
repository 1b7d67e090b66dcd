import { LANGUAGES, type LocalizedText, type Place, type Sourced } from '@yeojeong/domain'
import { NO_REGION } from '../providers/parse/place-from.ts'
import { isEdited, settleAccess, settleHours, settleStatus, sourceOf } from './facts.ts'
import { isAssumed } from './same-place.ts'

const MAX_ALIASES = 20

/**
 * One place out of what several providers say of it, first the one to be believed first. The editors' entry, where there
 * is one, gives the id and what only editors judge; every fact keeps the source and date it came with. Null = closed for good.
 */
export function mergeOne(given: readonly Place[]): Place | null {
  const base = given.find(isEdited) ?? given[0]!
  const members = [base, ...given.filter((one) => one !== base)]
  const status = settleStatus(members)
  if (status?.value === 'closed-permanently') return null
  if (members.length === 1) return base
  const sources: Record<string, Sourced> = { ...base.sources }
  const conflicts = new Set(members.flatMap(({ conflicts }) => conflicts ?? []))
  const take = (fact: string, from: Place): void => {
    if (from !== base) sources[fact] = sourceOf(from, fact)
  }
  const hours = settleHours(members)
  const stepFree = settleAccess(members, 'stepFree')
  const stroller = settleAccess(members, 'stroller')
  const priced = members.find(({ price }) => price !== 'unknown')
  const kind = members.find((one) => !isAssumed(one)) ?? base
  const rated = members.find(({ rating }) => rating !== undefined)
  const linked = members.find(({ url }) => url !== undefined)
  const fed = members.find(({ food }) => food !== undefined && food.cuisine !== 'unknown') ?? members.find(({ food }) => food !== undefined)
  if (hours !== null) take('hours', hours.from)
  if (stepFree !== null) take('access', stepFree.from)
  if (priced !== undefined) take('price', priced)
  if (linked !== undefined) take('url', linked)
  if (fed !== undefined) take('food', fed)
  if (status !== null) take('businessStatus', status.from)
  if (kind !== base) sources['category'] = sourceOf(kind, 'category')
  if (hours?.conflict === true) conflicts.add('hours')
  if (stepFree?.conflict === true || stroller?.conflict === true) conflicts.add('access')
  if (status?.conflict === true) conflicts.add('businessStatus')
  const names = firstIn(members.map((one) => one.names))
  const addresses = firstIn(members.flatMap(({ address }) => (address === undefined ? [] : [address])))
  const { aliases: _joined, sameAs: _joinedToo, ...own } = base
  const aliases = otherNames(members, names)
  const sameAs = [...new Set(members.flatMap(({ id, sameAs }) => [id, ...(sameAs ?? [])]))].filter((id) => id !== base.id)
  return {
    ...own,
    regionId: members.find(({ regionId }) => regionId !== NO_REGION)?.regionId ?? base.regionId,
    names,
    ...(aliases.length === 0 ? {} : { aliases }),
    category: kind.category,
    hours: hours?.value ?? base.hours,
    price: priced?.price ?? base.price,
    stepFree: stepFree?.value ?? 'unknown',
    stroller: stroller?.value ?? 'unknown',
    ...(rated?.rating === undefined ? {} : { rating: rated.rating }),
    ...(linked?.url === undefined ? {} : { url: linked.url }),
    ...(fed?.food === undefined ? {} : { food: { ...fed.food, diets: [...new Set(members.flatMap(({ food }) => food?.diets ?? []))] } }),
    ...(Object.keys(addresses).length === 0 ? {} : { address: addresses }),
    ...(status === null ? {} : { businessStatus: status.value }),
    ...(sameAs.length === 0 ? {} : { sameAs }),
    ...(conflicts.size === 0 ? {} : { conflicts: [...conflicts].toSorted() }),
    sources,
  }
}

function firstIn(texts: readonly LocalizedText[]): LocalizedText {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = texts.find((one) => one[language] !== undefined)?.[language]
      return text === undefined ? [] : [[language, text]]
    }),
  )
}

function otherNames(members: readonly Place[], names: LocalizedText): string[] {
  const shown = new Set(Object.values(names))
  const all = members.flatMap((one) => [...(one.aliases ?? []), ...Object.values(one.names)])
  return [...new Set(all)].filter((name) => !shown.has(name)).slice(0, MAX_ALIASES)
}
