import { derivedId, digest } from '@yeojeong/worker-kit'

/** The parts of a share token: whose door it opens, and what the opener knows. */
export type TokenParts = { readonly itineraryId: string; readonly shareId: string; readonly secretHash: string }

const SECRET_CHARS = 26

/**
 * The token of a link, the same for the same key: a retried request gets the link it made. Nobody without the pepper can
 * work it out, and the store only knows its hash.
 */
export async function tokenFor(pepper: CryptoKey, itineraryId: string, key: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', pepper, new TextEncoder().encode(JSON.stringify([itineraryId, key])))
  return `${itineraryId.slice('itn_'.length)}.${base32(new Uint8Array(mac))}`
}

/** The link's id comes from the secret, so that a token finds its row by key. */
export async function partsOf(token: string): Promise<TokenParts> {
  const [suffix, secret] = token.split('.') as [string, string]
  const secretHash = await digest(secret)
  return { itineraryId: `itn_${suffix}`, shareId: await derivedId('shr', secretHash), secretHash }
}

export function pepperOf(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(`share-tokens\n${secret}`)
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify'])
}

function base32(bytes: Uint8Array): string {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
  return Array.from({ length: SECRET_CHARS }, (_, index) => alphabet[bytes[index]! & 31]).join('')
}
