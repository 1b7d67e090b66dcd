import type { Attachment } from '@yeojeong/contracts'
import { queryOptions } from '@tanstack/react-query'
import { request } from './client.ts'
import { ApiError, problemOf } from './problem.ts'

export type StopAddress = { readonly itineraryId: string; readonly stopId: string }
type Upload = { readonly url: string }
type Made = { readonly attachment: Attachment; readonly photo: Upload | null; readonly thumbnail: Upload | null }

const path = (itineraryId: string): string => `/v1/itineraries/${encodeURIComponent(itineraryId)}`

/** Of every stop, oldest first, without photos whose bytes have not come. */
export function attachmentsQuery(itineraryId: string) {
  return queryOptions({
    queryKey: ['attachments', itineraryId],
    queryFn: ({ signal }) =>
      request<{ items: Attachment[] }>(`${path(itineraryId)}/attachments`, { signal }).then(({ items }) =>
        items.filter(({ state }) => state === 'ready'),
      ),
    staleTime: 60_000,
    retry: false,
  })
}

export function addMemo({ itineraryId, stopId }: StopAddress, text: string, key: string): Promise<Made> {
  return attach({ itineraryId, stopId }, { kind: 'memo', text }, key)
}

/** Says that a photo will come; its bytes go to the addresses in the answer. */
export function announcePhoto(at: StopAddress, bytes: number, keepLocation: boolean, key: string): Promise<Made> {
  return attach(at, { kind: 'photo', bytes, keepLocation }, key)
}

function attach({ itineraryId, stopId }: StopAddress, body: object, key: string): Promise<Made> {
  return request<Made>(`${path(itineraryId)}/stops/${encodeURIComponent(stopId)}/attachments`, {
    method: 'POST',
    body,
    idempotencyKey: key,
  })
}

export function removeAttachment(itineraryId: string, id: string): Promise<null> {
  return request<null>(`${path(itineraryId)}/attachments/${encodeURIComponent(id)}`, { method: 'DELETE' })
}

export function photoAddress(itineraryId: string, id: string, part: 'photo' | 'thumbnail'): string {
  return `${path(itineraryId)}/attachments/${encodeURIComponent(id)}/${part}`
}

/** Sends a photo's bytes, telling how much of them has gone (0 to 1), which `fetch` cannot. */
export function sendBytes({ url }: Upload, bytes: Blob, onSent: (share: number) => void = () => undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest()
    // The path alone: the address names the host as the gateway was reached, which behind a proxy is not the page's.
    sending.open('PUT', new URL(url, location.href).pathname)
    sending.setRequestHeader('content-type', 'application/octet-stream')
    sending.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 0 : loaded / total))
    sending.addEventListener('error', () => reject(new ApiError('network', 0)))
    sending.addEventListener('load', () => {
      if (sending.status < 300) resolve()
      else void problemOf(new Response(sending.responseText, { status: sending.status })).then(reject)
    })
    sending.send(bytes)
  })
}
