/** EXIF is a TIFF directory (CIPA DC-008): 12-byte entries of tag, type, count and a value or where the value is. */
const ORIENTATION = 0x0112
const GPS_DIRECTORY = 0x8825
/** Bytes of one value, by TIFF type 1 … 12. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly valueAt: number }

/** Which way is up, 1 … 8; 1 where nothing is said. */
export function orientationOf(tiff: Uint8Array): number {
  const file = open(tiff)
  const entry = file?.entries(file.first).find(({ tag }) => tag === ORIENTATION)
  return file === null || entry === undefined ? 1 : file.short(entry.valueAt)
}

/** Overwrites the GPS directory, its values included, where it lies. False where this is no EXIF. */
export function blankTiff(tiff: Uint8Array): boolean {
  const file = open(tiff)
  if (file === null) return false
  for (const { tag, valueAt } of file.entries(file.first)) {
    if (tag !== GPS_DIRECTORY) continue
    const directory = file.long(valueAt)
    for (const { type, count, valueAt: at } of file.entries(directory)) {
      const size = (SIZES[type] ?? 1) * count
      const from = size > 4 ? file.long(at) : at
      tiff.fill(0, from, Math.min(from + size, tiff.length))
    }
    tiff.fill(0, directory, Math.min(directory + 2 + file.entries(directory).length * 12, tiff.length))
  }
  return true
}

function open(tiff: Uint8Array) {
  const little = tiff[0] === 0x49 && tiff[1] === 0x49
  if (tiff.length < 14 || (!little && (tiff[0] !== 0x4d || tiff[1] !== 0x4d))) return null
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const short = (at: number): number => (at + 2 <= tiff.length ? view.getUint16(at, little) : 0)
  const long = (at: number): number => (at + 4 <= tiff.length ? view.getUint32(at, little) : 0)
  if (short(2) !== 42) return null
  const entries = (from: number): Entry[] =>
    Array.from({ length: short(from) }, (_, index) => from + 2 + index * 12)
      .filter((at) => at + 12 <= tiff.length)
      .map((at) => ({ tag: short(at), type: short(at + 2), count: long(at + 4), valueAt: at + 8 }))
  return { first: long(4), short, long, entries }
}
