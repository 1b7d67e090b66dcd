import { check } from '@placemarkio/check-geojson'
import { gpx, kml } from '@tmcw/togeojson'
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { exportItinerary } from './export-itinerary.ts'
import { HARD_TIMES, HOSTILE } from './fixture/views.ts'

/** Throws at the first thing that is not well-formed. */
function parseXml(text: string): never {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml') as never
}
type Found = { geometry: { type: string; coordinates: number[] | number[][] } | null; properties: Record<string, unknown> | null }
const points = (features: readonly Found[]): Found[] => features.filter(({ geometry }) => geometry?.type === 'Point')
const lines = (features: readonly Found[]): Found[] => features.filter(({ geometry }) => geometry?.type === 'LineString')

describe.each(['gpx', 'kml', 'geojson'] as const)('an itinerary as %s', (format) => {
  const read = (view: typeof HARD_TIMES): Found[] => {
    const text = exportItinerary(view, format, 'en')
    if (format === 'geojson')
      return check(text).type === 'FeatureCollection' ? (check(text) as unknown as { features: Found[] }).features : []
    const document = parseXml(text)
    return (format === 'gpx' ? gpx(document) : kml(document)).features as Found[]
  }

  it('has every visit at its place and a line for every day', () => {
    const features = read(HARD_TIMES)
    const names = points(features).map(({ properties }) => properties?.['name'])
    expect(names).toEqual(['louvre', 'night-walk', 'train', 'Tower of London', 'flight', 'gate'])
    const tower = points(features).find(({ properties }) => properties?.['name'] === 'Tower of London')!
    expect((tower.geometry!.coordinates as number[]).slice(0, 2)).toEqual([-0.0759, 51.5081])
    expect(lines(features).map(({ geometry }) => geometry!.coordinates.length)).toEqual([2, 4, 3])
  })
  it('gives the text of people back as text', () => {
    const [first] = points(read(HOSTILE))
    expect(first?.properties?.['name']).toContain(`a;b,c\\d "e" 'f' <g> & ]]> *h* [i](j)`)
    expect(first?.properties?.['name']).toContain('👩‍👩‍👧')
  })
})

describe('times in map files', () => {
  it('are instants in GPX, as its schema asks', () => {
    const [louvre] = points(gpx(parseXml(exportItinerary(HARD_TIMES, 'gpx', 'en'))).features as Found[])
    expect(louvre?.properties?.['time']).toBe('2026-03-28T09:00:00.000Z')
  })
  it('keep their offset in KML and GeoJSON', () => {
    const [inKml] = points(kml(parseXml(exportItinerary(HARD_TIMES, 'kml', 'en'))).features as Found[])
    expect(inKml?.properties?.['timespan']).toEqual({ begin: '2026-03-28T10:00:00+01:00', end: '2026-03-28T12:30:00+01:00' })
    const [inGeojson] = points((check(exportItinerary(HARD_TIMES, 'geojson', 'en')) as unknown as { features: Found[] }).features)
    expect(inGeojson?.properties).toMatchObject({ startAt: '2026-03-28T10:00:00+01:00', endAt: '2026-03-28T12:30:00+01:00' })
  })
})

/** The order in which the GPX 1.1 schema's sequences ask for what is written here. */
const GPX_ORDER: { readonly [parent: string]: readonly string[] } = {
  gpx: ['metadata', 'wpt', 'rte'],
  metadata: ['name', 'desc', 'time'],
  wpt: ['time', 'name', 'desc', 'type'],
  rte: ['name', 'number', 'rtept'],
  rtept: ['time', 'name', 'desc', 'type'],
}
it('GPX elements stand in the order of its schema', () => {
  const walk = (node: { nodeName: string; childNodes: ArrayLike<never> }): void => {
    const children = Array.from(node.childNodes) as { nodeName: string; nodeType: number; childNodes: ArrayLike<never> }[]
    const elements = children.filter(({ nodeType }) => nodeType === 1)
    const order = GPX_ORDER[node.nodeName] ?? []
    const places = elements.map(({ nodeName }) => order.indexOf(nodeName))
    expect(places).toEqual([...places].sort((a, b) => a - b))
    if (elements.length > 0) expect(places).not.toContain(-1)
    elements.forEach(walk)
  }
  walk((parseXml(exportItinerary(HOSTILE, 'gpx', 'ko')) as { documentElement: never }).documentElement)
})
