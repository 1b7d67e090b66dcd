import { isVisit, stopsOf, type Context } from './context.ts'
import { violation, type Violation } from './violation.ts'

const CENT = 0.005

export function* moneyViolations(context: Context): Generator<Violation> {
  const { brief, plan } = context
  const sums = new Map<string, number>()
  for (const { stop } of stopsOf(context)) {
    // Nothing paid is nothing paid in any currency.
    if (stop.cost !== null && stop.cost.amount !== 0) sums.set(stop.cost.currency, (sums.get(stop.cost.currency) ?? 0) + stop.cost.amount)
  }
  if (sums.size > 1) yield violation('currency', {}, `costs in ${[...sums.keys()].join(', ')}`, { currencies: sums.size })
  const [[currency, total] = [null, 0]] = [...sums]
  if (sums.size <= 1) yield* totals(context, currency, total)
  if (brief.budget !== null && currency !== null && currency !== brief.budget.currency) {
    yield violation('currency', {}, `costs in ${currency}, the budget in ${brief.budget.currency}`)
  } else if (brief.budget !== null && total > brief.budget.amount + CENT) {
    yield violation('budget', {}, `${total} of ${brief.budget.amount} ${brief.budget.currency}`, { total, budget: brief.budget.amount })
  }
  yield* unknowns(context, plan.cost.unknownStops)
}

function* totals({ plan }: Context, currency: string | null, total: number): Generator<Violation> {
  const said = plan.cost.known
  const isRight = Math.abs((said?.amount ?? 0) - total) <= CENT && (currency === null || said?.currency === currency)
  if (!isRight) {
    yield violation(
      'cost-total',
      {},
      `says ${said === null ? 'nothing' : `${said.amount} ${said.currency}`}, the stops cost ${total} ${currency ?? ''}`,
      {
        said: said?.amount ?? 0,
        total,
      },
    )
  }
}

/** Anchors cost nothing to be at; a booking was paid elsewhere, and may be counted or not. */
function* unknowns(context: Context, said: number): Generator<Violation> {
  let [least, most] = [0, 0]
  for (const { stop } of stopsOf(context)) {
    if (stop.cost !== null) continue
    if (isVisit(context, stop)) least += 1
    if (isVisit(context, stop) || stop.kind === 'booking') most += 1
  }
  if (said < least || said > most) {
    yield violation('cost-unknown', {}, `says ${said} stops of unknown cost, there are ${least}`, { said, least, most })
  }
}
