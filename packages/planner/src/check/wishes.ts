import { visitsOf, type Context } from './context.ts'
import { violation, type Violation } from './violation.ts'

export function* wishViolations(context: Context): Generator<Violation> {
  const { wishes } = context.brief
  const present = new Set<string>()
  for (const visit of visitsOf(context)) {
    const { place } = visit
    present.add(place.id)
    if (wishes.avoid.includes(place.id)) yield violation('avoid-present', visit, `${place.id} is to be avoided`)
    // Naming one place outweighs a word against its kind.
    else if (wishes.avoidCategories.includes(place.category) && !wishes.mustSee.includes(place.id)) {
      yield violation('avoid-present', visit, `${place.id} is a ${place.category}, to be avoided`)
    }
  }
  for (const id of wishes.mustSee) {
    if (!present.has(id)) yield violation('must-see-missing', {}, `${id} is a must-see and not in the plan`)
  }
}
