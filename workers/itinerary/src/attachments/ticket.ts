import { AttachmentId, TripId, type UploadTicket } from '@yeojeong/contracts'
import * as z from 'zod'

/** What an upload address stands for. Signed, so that whoever holds it needs nothing else and can change nothing of it. */
export const Ticket = z.object({
  tripId: TripId,
  id: AttachmentId,
  part: z.enum(['photo', 'thumbnail']),
  keepLocation: z.boolean(),
  maxBytes: z.number().int(),
  expiresAt: z.number(),
})
export type Ticket = z.infer<typeof Ticket>

export async function signTicket(key: CryptoKey, ticket: Ticket): Promise<UploadTicket> {
  const body = toBase64Url(new TextEncoder().encode(JSON.stringify(ticket)))
  const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`upload ${body}`))
  return {
    token: `${body}.${toBase64Url(new Uint8Array(mac))}`,
    expiresAt: new Date(ticket.expiresAt).toISOString(),
    maxBytes: ticket.maxBytes,
  }
}

/** Null for what is forged or over. */
export async function readTicket(key: CryptoKey, token: string, now: number): Promise<Ticket | null> {
  const [body = '', mac = ''] = token.split('.')
  try {
    const fits = await crypto.subtle.verify('HMAC', key, fromBase64Url(mac), new TextEncoder().encode(`upload ${body}`))
    const ticket = fits ? Ticket.parse(JSON.parse(new TextDecoder().decode(fromBase64Url(body)))) : null
    return ticket === null || ticket.expiresAt <= now ? null : ticket
  } catch {
    return null
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}
