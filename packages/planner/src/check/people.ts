import { visitsOf, stopsOf, type Context } from './context.ts'
import { restViolations } from './rests.ts'
import { violation, type Violation } from './violation.ts'

export function* peopleViolations(context: Context): Generator<Violation> {
  const { party } = context
  for (const visit of visitsOf(context)) {
    const { place } = visit
    if (party.wheelchair && place.stepFree !== 'yes') {
      yield violation('step-free', visit, `${place.id} is step-free: ${place.stepFree}`)
    }
    if (party.stroller && place.stroller === 'no') yield violation('stroller', visit, `${place.id} takes no stroller`)
    if (party.stroller && place.stroller === 'unknown')
      yield violation('stroller-unknown', visit, `nobody knows whether ${place.id} takes a stroller`)
    if (place.minAge !== undefined && party.youngest < place.minAge) {
      yield violation('min-age', visit, `${place.id} from ${place.minAge} years, the youngest is ${party.youngest}`, {
        minAge: place.minAge,
        youngest: party.youngest,
      })
    }
    if (place.effort === 3 && (party.slow || party.wheelchair)) yield violation('effort', visit, `${place.id} is a climb`, { effort: 3 })
  }
  if (party.wheelchair) yield* restsAtLodgings(context)
  yield* restViolations(context)
}

/** The lodging is the travellers' own choice: said, not refused. */
function* restsAtLodgings(context: Context): Generator<Violation> {
  for (const located of stopsOf(context)) {
    const lodging = located.stop.refId === null ? undefined : context.lodgingById.get(located.stop.refId)
    if (located.stop.kind === 'rest' && lodging !== undefined && lodging.stepFree !== 'yes') {
      yield violation('lodging-access', located, `${lodging.id} is step-free: ${lodging.stepFree}`)
    }
  }
}
