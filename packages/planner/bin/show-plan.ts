import { readFileSync } from 'node:fs'
import { holidaysOf, placesOf } from '@yeojeong/atlas'
import { textIn, type Plan, type TripBrief } from '@yeojeong/domain'
import { check } from '../src/check/index.ts'
import { planTrip } from '../src/index.ts'
import * as samples from '../src/trip/fixture/sample-briefs.ts'

/** A plan as text, with every reason: show-plan [SAMPLE or brief.json] [evaluations] [seed]. Samples: sample-briefs.ts. */
const [name = 'SEOUL_FAMILY', evaluations = '8000000', seed = '1'] = process.argv.slice(2)
const brief = name.endsWith('.json')
  ? (JSON.parse(readFileSync(name, 'utf8')) as TripBrief)
  : (samples as unknown as Record<string, TripBrief>)[name]!
const places = placesOf(brief.destination.regionId)
const holidays = holidaysOf(brief.destination.countryCode)
const from = performance.now()
const result = planTrip({ brief, places, holidays, seed: Number(seed), evaluations: Number(evaluations) })
const ms = performance.now() - from
if (!result.ok) console.log(JSON.stringify(result.error, null, 1))
else show(result.value)
console.log(`${Math.round(ms)} ms`)

function clock(m: number): string {
  return `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
}

function show(plan: Plan): void {
  const names = new Map(places.map((p) => [p.id, p]))
  for (const day of plan.days) {
    console.log(`\n== ${day.date}  walk ${day.walkM} m, moving ${day.movingMin} min`)
    for (const s of day.stops) {
      if (s.leg)
        console.log(
          `        | ${s.leg.mode} ${s.leg.durationMin} min ${s.leg.distanceM} m (walk ${s.leg.walkM})${s.leg.departMin > 0 ? ` leave ${clock(s.leg.departMin)}` : ''}`,
        )
      const p = s.refId ? names.get(s.refId) : undefined
      const why = s.reasons.map((r) => `${r.code}${Object.keys(r.params).length ? JSON.stringify(r.params) : ''}`).join(' ')
      console.log(
        `${clock(s.startMin)}-${clock(s.endMin)} ${s.kind}${s.meal ? `:${s.meal}` : ''} ${textIn(s.names, 'en')} ${p ? `[${p.category} ${p.prominence}${p.food ? ` ${p.food.cuisine}` : ''}]` : ''} ${s.open ? `open ${clock(s.open.open)}-${clock(s.open.close)}` : ''} ${s.cost?.amount ?? ''}   ${why}`,
      )
    }
  }
  console.log(
    '\ndropped',
    plan.dropped.map((d) => `${textIn(d.names, 'en')}: ${d.reason.code} ${JSON.stringify(d.reason.params)}`).join('\n        '),
  )
  console.log('members', JSON.stringify(plan.members))
  console.log('cost', JSON.stringify(plan.cost), 'score', plan.score)
  for (const w of plan.warnings) console.log('warn', JSON.stringify(w))
  for (const v of check({ brief, places, holidays, plan })) console.log('VIOLATION', v.severity, v.rule, v.detail)
}
