import { describe, expect, it } from 'vitest'
import { exportItinerary } from './export-itinerary.ts'
import { dayOf, HOSTILE, stopOf, viewOf } from './fixture/views.ts'

describe('an itinerary as Markdown', () => {
  const leg = { mode: 'transit', departAt: '', arriveAt: '', durationMin: 24, distanceM: 3_900, walkM: 620, source: 'model' } as const
  const view = viewOf([
    dayOf(0, '2026-05-04', [
      stopOf('palace', '2026-05-04T10:00:00+09:00', '2026-05-04T11:30:00+09:00', {
        leg,
        reasons: [{ code: 'must-see', params: {} }],
        note: 'bring water',
      }),
    ]),
  ])

  it('says day, time, way, why and the note in the reader’s language', () => {
    expect(exportItinerary(view, 'md', 'ko')).toContain(
      '**10:00–11:30** palace 한국어 (관광)'.replace('관광', exportItinerary(view, 'md', 'ko').match(/palace 한국어 \((.+?)\)/)![1]!),
    )
    const english = exportItinerary(view, 'md', 'en')
    for (const text of [
      '## Day 1 ·',
      '- ↓ Public transport 24 min, 3.9 km (620 m on foot)',
      '- **10:00–11:30** palace (Sight)',
      '  - You asked for it by name.',
      '  - bring water',
    ])
      expect(english).toContain(text)
  })
  it('leaves no markup, link or HTML of what people wrote', () => {
    const text = exportItinerary(HOSTILE, 'md', 'en')
    expect(text).toContain('\\<g\\>')
    expect(text).toContain('\\*h\\* \\[i\\](j)')
    expect(text.split('\n').filter((line) => line.startsWith('# '))).toHaveLength(1)
    expect(text).not.toMatch(/^BEGIN/m)
  })
})
