import * as z from 'zod'

export const EXPORT_FORMATS = ['ics', 'gpx', 'kml', 'geojson', 'md'] as const
export const ExportFormat = z.enum(EXPORT_FORMATS)
export type ExportFormat = z.infer<typeof ExportFormat>

/** RFC 5545, GPX 1.1, KML 2.2, RFC 7946, CommonMark. */
export const EXPORT_MEDIA_TYPES: { readonly [F in ExportFormat]: string } = {
  ics: 'text/calendar; charset=utf-8',
  gpx: 'application/gpx+xml',
  kml: 'application/vnd.google-earth.kml+xml',
  geojson: 'application/geo+json',
  md: 'text/markdown; charset=utf-8',
}

/** A file made of an itinerary; `version` is the one it was made from. */
export type ExportedFile = { readonly format: ExportFormat; readonly version: number; readonly title: string; readonly text: string }
