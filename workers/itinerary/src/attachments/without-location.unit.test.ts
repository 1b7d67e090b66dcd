import { describe, expect, test } from 'vitest'
import { orientationOf } from './exif.ts'
import { sniffPhoto } from './photo-type.ts'
import { withoutLocation } from './without-location.ts'

const text = (value: string): number[] => [...value].map((char) => char.charCodeAt(0))
const be = (value: number, size: number): number[] => Array.from({ length: size }, (_, i) => (value >> (8 * (size - 1 - i))) & 0xff)
const has = (bytes: Uint8Array, value: string): boolean => Buffer.from(bytes).includes(value)

/** An EXIF: turned by 90°, taken at `PLACE…`, with a camera of `CAM`. */
const PLACE = 'PLACE-37.57N-126.98E'
function tiff(little = false): number[] {
  const num = (value: number, size: number): number[] => (little ? be(value, size).reverse() : be(value, size))
  const gpsAt = 8 + 2 + 3 * 12 + 4
  const valueAt = gpsAt + 2 + 12 + 4
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [
    ...num(tag, 2),
    ...num(type, 2),
    ...num(count, 4),
    ...value,
  ]
  return [
    ...text(little ? 'II' : 'MM'),
    ...num(42, 2),
    ...num(8, 4),
    ...num(3, 2),
    ...entry(0x0112, 3, 1, [...num(6, 2), 0, 0]),
    ...entry(0x010f, 2, 3, text('CAM\0')),
    ...entry(0x8825, 4, 1, num(gpsAt, 4)),
    ...num(0, 4),
    ...num(1, 2),
    ...entry(0x001d, 2, PLACE.length, num(valueAt, 4)),
    ...num(0, 4),
    ...text(PLACE),
  ]
}
const segment = (marker: number, body: number[]): number[] => [0xff, marker, ...be(body.length + 2, 2), ...body]
/** A scan, tables that happen to hold FF D9 between two scans, another scan. */
const PICTURE = [
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  1,
  2,
  0xff,
  0,
  3,
  ...segment(0xc4, [0xff, 0xd9, 7]),
  ...segment(0xda, [1, 1, 0, 0, 63, 0]),
  9,
  9,
  0xff,
  0xd0,
  8,
]
const JPEG = Uint8Array.from([
  0xff,
  0xd8,
  ...segment(0xe0, text('JFIF\0')),
  ...segment(0xe1, [...text('Exif\0\0'), ...tiff()]),
  ...segment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${PLACE}</x:xmpmeta>`)),
  ...segment(0xe2, text('ICC_PROFILE\0colours')),
  ...segment(0xe2, text(`MPF\0${PLACE}`)),
  ...segment(0xed, text(`Photoshop 3.0\0${PLACE}`)),
  ...segment(0xfe, text(`comment ${PLACE}`)),
  ...segment(0xdb, [0, 1, 2, 3]),
  ...PICTURE,
  0xff,
  0xd9,
  ...text(`motion photo ${PLACE}`),
])
const chunk = (name: string, body: number[]): number[] => [...be(body.length, 4), ...text(name), ...body, 0, 0, 0, 0]
const PNG = Uint8Array.from([
  0x89,
  ...text('PNG\r\n\x1a\n'),
  ...chunk('IHDR', new Array(13).fill(1)),
  ...chunk('eXIf', tiff()),
  ...chunk('iTXt', text(PLACE)),
  ...chunk('prVt', text(PLACE)),
  ...chunk('IDAT', [1, 2, 3]),
  ...chunk('IEND', []),
])
const riff = (name: string, body: number[]): number[] => [
  ...text(name),
  ...be(body.length, 4).reverse(),
  ...body,
  ...(body.length % 2 ? [0] : []),
]
const WEBP_BODY = [
  ...riff('VP8X', [0x0c, 0, 0, 0, 1, 0, 0, 1, 0, 0]),
  ...riff('VP8L', [1, 2, 3]),
  ...riff('EXIF', tiff()),
  ...riff('XMP ', text(PLACE)),
  ...riff('priv', text(PLACE)),
]
const WEBP = Uint8Array.from([...text('RIFF'), ...be(WEBP_BODY.length + 4, 4).reverse(), ...text('WEBP'), ...WEBP_BODY])
const ftyp = [...be(16, 4), ...text('ftypheic'), 0, 0, 0, 0]
const HEIC = Uint8Array.from([...ftyp, 5, 5, ...be(6, 4), ...text('Exif\0\0'), ...tiff(), ...text(`<x:xmpmeta>${PLACE}</x:xmpmeta>`), 7, 7])

/** As some phones write it: nothing but a zero offset before a little-endian TIFF. */
const BARE_HEIC = Uint8Array.from([...ftyp, 5, 5, ...be(0, 4), ...tiff(true), 7, 7])
const PAGE = `<html><script>alert("${PLACE}")</script></html>`
const followed = (bytes: Uint8Array): Uint8Array => Uint8Array.from([...bytes, ...text(PAGE)])

describe('a photo', () => {
  test.each([
    ['image/jpeg', JPEG],
    ['image/png', PNG],
    ['image/webp', WEBP],
    ['image/heic', HEIC],
    ['image/heic', BARE_HEIC],
    ['image/jpeg', followed(JPEG)],
    ['image/png', followed(PNG)],
    ['image/webp', followed(WEBP)],
  ] as const)('that is %s is known by its bytes, and says nowhere where it was taken', (type, bytes) => {
    expect(has(bytes, PLACE)).toBe(true)
    expect(sniffPhoto(bytes)).toBe(type)
    const clean = withoutLocation(bytes, type)!
    expect(has(clean, 'PLACE') || has(clean, '<script>')).toBe(false)
    expect(sniffPhoto(clean)).toBe(type)
  })
  test('as JPEG keeps its picture, all scans of it, its colours and which way is up', () => {
    const clean = withoutLocation(JPEG, 'image/jpeg')!
    expect(Buffer.from(clean).subarray(-PICTURE.length - 2)).toEqual(Buffer.from([...PICTURE, 0xff, 0xd9]))
    expect(has(clean, 'ICC_PROFILE') && !has(clean, 'CAM')).toBe(true)
    expect(orientationOf(clean.subarray(Buffer.from(clean).indexOf('Exif\0\0') + 6))).toBe(6)
  })
  test('as PNG and WebP keeps its picture, and promises no metadata it no longer has', () => {
    expect(has(withoutLocation(PNG, 'image/png')!, 'IDAT')).toBe(true)
    const webp = withoutLocation(WEBP, 'image/webp')!
    expect(new DataView(webp.buffer).getUint32(4, true)).toBe(webp.length - 8)
    expect(webp[20]! & 0x0c).toBe(0)
  })
  test('as HEIC keeps every byte where it was', () => {
    const clean = withoutLocation(HEIC, 'image/heic')!
    expect([clean.length, Array.from(clean.slice(0, 18)), Array.from(clean.slice(-2))]).toEqual([
      HEIC.length,
      Array.from(HEIC.slice(0, 18)),
      [7, 7],
    ])
  })
  test('whose metadata cannot be found or read is not passed on as clean', () => {
    expect(withoutLocation(Uint8Array.from([...ftyp, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]), 'image/heic')).toBeNull()
    expect(withoutLocation(JPEG.slice(0, 40), 'image/jpeg')).toBeNull()
    expect(withoutLocation(PNG.slice(0, 60), 'image/png')).toBeNull()
  })
  test.each([['<svg/>'], ['GIF89a'], ['%PDF-1.7'], ['<html>'], ['']])('is not %j', (bytes) => {
    expect(sniffPhoto(Uint8Array.from(text(bytes)))).toBeNull()
  })
})
