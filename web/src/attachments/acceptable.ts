import type { PhotoType } from '@yeojeong/contracts'

/** As the service takes them (`MAX_PHOTO_BYTES`); it looks at the bytes again. */
export const MAX_PHOTO_BYTES = 20 * 1024 * 1024
const ENDINGS: { readonly [type in PhotoType]: RegExp } = {
  'image/jpeg': /\.jpe?g$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
  'image/heic': /\.hei[cf]$/i,
}
const TYPES = Object.keys(ENDINGS) as readonly PhotoType[]
/** For a file picker; some systems know HEIC by its ending only. */
export const ACCEPTED = [...TYPES, 'image/heif', '.heic', '.heif'].join(',')

/** Why a file cannot be sent, before anything of it is; null = it may be tried. Files without a type go by their name. */
export function refusalOf({ name, type, size }: Pick<File, 'name' | 'type' | 'size'>): 'type' | 'size' | null {
  const known = type === '' ? TYPES.some((one) => ENDINGS[one].test(name)) : type === 'image/heif' || TYPES.some((one) => one === type)
  if (!known || size === 0) return 'type'
  return size > MAX_PHOTO_BYTES ? 'size' : null
}
