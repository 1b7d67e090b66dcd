const LONGEST_PX = 480
/** As the service takes them (`MAX_THUMBNAIL_BYTES`). */
const MOST_BYTES = 300 * 1024
const QUALITIES = [0.82, 0.6, 0.4] as const

/** A small JPEG of a photo, upright; null where this browser cannot read the picture, as most cannot read HEIC. */
export async function thumbnailOf(photo: Blob): Promise<Blob | null> {
  const bitmap = await createImageBitmap(photo).catch(() => null)
  if (bitmap === null) return null
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(bitmap.width * scale))
  canvas.height = Math.max(1, Math.round(bitmap.height * scale))
  const context = canvas.getContext('2d')
  if (context === null) return null
  // A JPEG has no transparency; what is see-through would turn black.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  for (const quality of QUALITIES) {
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (blob !== null && blob.size <= MOST_BYTES) return blob
  }
  return null
}
