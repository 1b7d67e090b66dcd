import type { PhotoType } from '@yeojeong/contracts'
import { blankTiff, orientationOf } from './exif.ts'
import { ascii } from './photo-type.ts'

/**
 * A photo without the metadata that says where, when and with which camera it was taken. JPEG, PNG and WebP are written
 * anew from the parts a picture needs (a JPEG keeps its orientation and colours), so that nothing else rides along. A HEIC's
 * metadata is overwritten in place; null where it cannot be found, for then nobody can say that it is gone.
 */
export function withoutLocation(bytes: Uint8Array, type: PhotoType): Uint8Array | null {
  switch (type) {
    case 'image/jpeg':
      return jpeg(bytes)
    case 'image/png':
      return png(bytes)
    case 'image/webp':
      return webp(bytes)
    case 'image/heic':
      return heic(bytes)
    default:
      return type satisfies never
  }
}

/** Segments that carry only what the picture needs: JFIF, colour profile, Adobe's colour transform. */
const JPEG_KEPT = new Set([0xe0, 0xe2, 0xee])

function jpeg(bytes: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1 // fill byte
      continue
    }
    const end = at + 2 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)
    if (end > bytes.length || end < at + 4) return null
    if (marker === 0xda) return joined([...parts, ...scans(bytes.subarray(at))])
    const isApp = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
    if (marker === 0xe1 && ascii(bytes, at + 4, at + 10) === 'Exif\0\0') parts.push(orientationSegment(bytes.subarray(at + 10, end)))
    // Only APP2 with a colour profile: others hold whole further pictures with metadata of their own.
    else if (!isApp || (JPEG_KEPT.has(marker) && (marker !== 0xe2 || ascii(bytes, at + 4, at + 15) === 'ICC_PROFILE'))) {
      parts.push(bytes.subarray(at, end))
    }
    at = end
  }
  return null
}

/** The picture's data up to its end; what some cameras hang on after that (a video, another photo) stays out. */
function scans(data: Uint8Array): Uint8Array[] {
  for (let at = 0; at + 3 < data.length + 2;) {
    const marker = data[at + 1] ?? 0
    if (data[at] !== 0xff || marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7)) at += 1
    else if (marker === 0xd9) return [data.subarray(0, at + 2)]
    // Another scan's header or tables: its own bytes are not markers.
    else at += 2 + (((data[at + 2] ?? 0) << 8) | (data[at + 3] ?? 0))
  }
  return [data, Uint8Array.of(0xff, 0xd9)]
}

/** An EXIF segment with one entry: which way is up. Empty where that is as usual. */
function orientationSegment(tiff: Uint8Array): Uint8Array {
  const orientation = orientationOf(tiff)
  if (orientation <= 1 || orientation > 8) return new Uint8Array()
  const head = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8]
  return Uint8Array.of(...head, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0)
}

/** Chunks that a picture needs (PNG, third edition): what is of no known use is not passed on, for it may say anything. */
const PNG_KEPT = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '))

function png(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.subarray(0, 8)]
  for (let at = 8; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at)
    const name = ascii(bytes, at + 4, at + 8)
    if (end > bytes.length) return null
    if (PNG_KEPT.has(name)) parts.push(bytes.subarray(at, end))
    if (name === 'IEND') return joined(parts)
    at = end
  }
  return null
}

/** The chunks of a picture, still or moving. */
const WEBP_KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'])
/** Flags of the extended header that promise EXIF (0x08) and XMP (0x04). */
const WEBP_PROMISES = 0x0c

function webp(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = [bytes.slice(0, 12)]
  const until = Math.min(bytes.length, 8 + view.getUint32(4, true)) // what hangs on behind is no picture
  for (let at = 12; at + 8 <= until;) {
    const size = view.getUint32(at + 4, true)
    const end = at + 8 + size + (size % 2)
    const name = ascii(bytes, at, at + 4)
    if (at + 8 + size > bytes.length) return null
    const chunk = bytes.slice(at, Math.min(end, bytes.length))
    if (name === 'VP8X') chunk[8] = chunk[8]! & ~WEBP_PROMISES
    if (WEBP_KEPT.has(name)) parts.push(chunk)
    at = end
  }
  const whole = joined(parts)
  new DataView(whole.buffer).setUint32(4, whole.length - 8, true)
  return whole
}

/**
 * Found by its marks anywhere in the file, for a HEIC's boxes point at byte positions that must not move. Not every writer
 * puts `Exif` before the TIFF it begins with (ISO/IEC 23008-12 A.2.1: an offset, which may be 0), so every TIFF is looked into.
 */
function heic(bytes: Uint8Array): Uint8Array | null {
  const copy = bytes.slice()
  let found = false
  for (let at = 0; at + 10 < copy.length; at++) {
    const isTiff = (copy[at] === 0x49 && ascii(copy, at, at + 4) === 'II*\0') || (copy[at] === 0x4d && ascii(copy, at, at + 4) === 'MM\0*')
    if (isTiff && blankTiff(copy.subarray(at))) found ||= ascii(copy, at - 6, at) === 'Exif\0\0' || ascii(copy, at - 4, at) === '\0\0\0\0'
    else if (copy[at] === 0x3c && ascii(copy, at, at + 10) === '<x:xmpmeta') blankXmp(copy, at)
  }
  return found ? copy : null
}

function blankXmp(bytes: Uint8Array, from: number): void {
  for (let at = from; at < bytes.length && ascii(bytes, at, at + 12) !== '</x:xmpmeta>'; at++) bytes[at] = 0x20
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
