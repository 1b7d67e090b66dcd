import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { announcePhoto, attachmentsQuery, removeAttachment, sendBytes, type StopAddress } from '../api/attachments.ts'
import { newKey } from '../api/client.ts'
import { codeOf } from '../api/problem.ts'
import { refusalOf } from './acceptable.ts'
import { thumbnailOf } from './thumbnail.ts'

/** A photo on its way. `refused`: an error's code, or what is wrong with the file itself. */
export type Upload = {
  readonly id: string
  readonly at: StopAddress
  readonly file: File
  readonly keepLocation: boolean
  readonly state: 'waiting' | 'sending' | 'done' | 'refused'
  /** How much has gone, 0 to 1. */
  readonly share: number
  readonly refused: string | null
}

/* Outside the page's parts: a photo goes on its way while its stop is closed and another is looked at. */
let uploads: readonly Upload[] = []
let queue: Promise<unknown> = Promise.resolve()
const listeners = new Set<() => void>()

function set(next: readonly Upload[]): void {
  uploads = next
  listeners.forEach((listener) => listener())
}

function change(id: string, part: Partial<Upload>): void {
  set(uploads.map((one) => (one.id === id ? { ...one, ...part } : one)))
}

export function useUploads(stopId: string): readonly Upload[] {
  const all = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => uploads,
  )
  return all.filter(({ at }) => at.stopId === stopId)
}

/** Takes files in, one sent after the other; what cannot be sent says so at once. */
export function sendPhotos(client: QueryClient, at: StopAddress, files: readonly File[], keepLocation: boolean): void {
  const kept = uploads.filter((one) => one.state !== 'done' || one.at.stopId !== at.stopId)
  const taken = files.map((file): Upload => {
    const wrong = refusalOf(file)
    const state = wrong === null ? 'waiting' : 'refused'
    return { id: newKey(), at, file, keepLocation, state, share: 0, refused: wrong }
  })
  set([...kept, ...taken])
  for (const one of taken) if (one.state === 'waiting') line(client, one)
}

export function sendAgain(client: QueryClient, upload: Upload, keepLocation: boolean): void {
  const again = { ...upload, keepLocation, state: 'waiting', share: 0, refused: null } as const
  change(upload.id, again)
  line(client, again)
}

export function dismissUpload(id: string): void {
  set(uploads.filter((one) => one.id !== id))
}

function line(client: QueryClient, upload: Upload): void {
  queue = queue.then(() => send(client, upload))
}

async function send(client: QueryClient, { id, at, file, keepLocation }: Upload): Promise<void> {
  change(id, { state: 'sending' })
  let announced: string | null = null
  try {
    const thumbnail = await thumbnailOf(file)
    const made = await announcePhoto(at, file.size, keepLocation, newKey())
    announced = made.attachment.id
    if (made.photo !== null) await sendBytes(made.photo, file, (share) => change(id, { share }))
    // A photo without its thumbnail is still the photo.
    if (made.thumbnail !== null && thumbnail !== null) await sendBytes(made.thumbnail, thumbnail).catch(() => null)
    await client.invalidateQueries({ queryKey: attachmentsQuery(at.itineraryId).queryKey })
    change(id, { state: 'done', share: 1 })
  } catch (error) {
    // Announced and never come, it would count against the trip's room for an hour.
    if (announced !== null) await removeAttachment(at.itineraryId, announced).catch(() => null)
    change(id, { state: 'refused', refused: codeOf(error) })
  }
}
