import type { ItineraryView, StopView } from '@yeojeong/contracts'

export type Figure = {
  readonly key: 'sights' | 'rests' | 'walk' | 'moving' | 'cost' | `member ${string}`
  /** One for each plan, in their order; null = not known. */
  readonly values: readonly (number | null)[]
  /** Which of them stands out; null where none does, or more is neither better nor worse. */
  readonly outstanding: { readonly at: readonly number[]; readonly as: 'least' | 'most' } | null
}

const stopsOf = ({ days }: ItineraryView): readonly StopView[] => days.flatMap(({ stops }) => stops)
const sum = ({ days }: ItineraryView, of: 'walkM' | 'movingMin'): number => days.reduce((total, day) => total + day[of], 0)

/** What tells plans of one trip apart, in numbers. */
export function figuresOf(plans: readonly ItineraryView[]): readonly Figure[] {
  const count = (kind: StopView['kind']) => (view: ItineraryView) => stopsOf(view).filter((stop) => stop.kind === kind).length
  const row = (key: Figure['key'], as: 'least' | 'most', of: (view: ItineraryView) => number | null): Figure => {
    const values = plans.map(of)
    return { key, values, outstanding: outstanding(values, as) }
  }
  const travellers = plans.find(({ members }) => members.length > 0)?.members.map(({ travellerId }) => travellerId) ?? []
  return [
    row('sights', 'most', count('sight')),
    row('rests', 'most', count('rest')),
    row('walk', 'least', (view) => sum(view, 'walkM')),
    row('moving', 'least', (view) => sum(view, 'movingMin')),
    row('cost', 'least', ({ cost }) => cost.known?.amount ?? null),
    ...travellers.map((id) =>
      row(`member ${id}`, 'most', ({ members }) => percent(members.find(({ travellerId }) => travellerId === id)?.satisfaction)),
    ),
  ]
}

function percent(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 100)
}

function outstanding(values: readonly (number | null)[], as: 'least' | 'most'): Figure['outstanding'] {
  const known = values.filter((value) => value !== null)
  if (known.length < 2 || new Set(known).size === 1) return null
  const best = as === 'least' ? Math.min(...known) : Math.max(...known)
  return { as, at: values.flatMap((value, index) => (value === best ? [index] : [])) }
}

/** Places that one of the plans has and no other, for each plan. */
export function onlyIn(plans: readonly ItineraryView[]): readonly ReadonlySet<string>[] {
  const all = plans.map((view) => new Set(stopsOf(view).flatMap(({ placeId }) => placeId ?? [])))
  return all.map((mine, at) => new Set([...mine].filter((id) => all.every((other, index) => index === at || !other.has(id)))))
}
