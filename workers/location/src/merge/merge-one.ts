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
  const settled = settle(members, base)
  const { hours, stepFree, stroller, status, priced, kind, rated, linked, fed } = settled
  if (status?.value === 'closed-permanently') return null
  if (members.length === 1) return base
  const names = firstIn(members.map((one) => one.names))
  const addresses = firstIn(members.flatMap(({ address }) => (address === undefined ? [] : [address])))
  const { aliases: _joined, sameAs: _joinedToo, ...own } = base
  const aliases = otherNames(members, names)
  const sameAs = [...new Set(members.flatMap((one) => [one.id, ...(one.sameAs ?? [])]))].filter((id) => id !== base.id)
  const conflicts = conflictsOf(members, settled)
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
    ...(conflicts.length === 0 ? {} : { conflicts }),
    sources: sourcesOf(base, settled),
  }
}

type AllSettled = ReturnType<typeof settle>

/** Fact by fact, whose word goes. */
function settle(members: readonly Place[], base: Place) {
  return {
    status: settleStatus(members),
    hours: settleHours(members),
    stepFree: settleAccess(members, 'stepFree'),
    stroller: settleAccess(members, 'stroller'),
    priced: members.find(({ price }) => price !== 'unknown'),
    kind: members.find((one) => !isAssumed(one)) ?? base,
    rated: members.find(({ rating }) => rating !== undefined),
    linked: members.find(({ url }) => url !== undefined),
    fed: members.find(({ food }) => food !== undefined && food.cuisine !== 'unknown') ?? members.find(({ food }) => food !== undefined),
  }
}

function sourcesOf(base: Place, { hours, stepFree, priced, linked, fed, status, kind }: AllSettled): Place['sources'] {
  const told: readonly (readonly [fact: string, from: Place | undefined])[] = [
    ['hours', hours?.from],
    ['access', stepFree?.from],
    ['price', priced],
    ['url', linked],
    ['food', fed],
    ['businessStatus', status?.from],
    ['category', kind],
  ]
  const others = told.flatMap(([fact, from]): [string, Sourced][] =>
    from === undefined || from === base ? [] : [[fact, sourceOf(from, fact)]],
  )
  return { ...base.sources, ...Object.fromEntries(others) }
}

function conflictsOf(members: readonly Place[], { hours, stepFree, stroller, status }: AllSettled): string[] {
  return [
    ...new Set([
      ...members.flatMap(({ conflicts }) => conflicts ?? []),
      ...(hours?.conflict === true ? ['hours'] : []),
      ...(stepFree?.conflict === true || stroller?.conflict === true ? ['access'] : []),
      ...(status?.conflict === true ? ['businessStatus'] : []),
    ]),
  ].toSorted()
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
