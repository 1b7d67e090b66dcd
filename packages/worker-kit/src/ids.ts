const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz' // Crockford's base 32: no i, l, o, u

function base32(bytes: Uint8Array, length: number): string {
  let text = ''
  for (let i = 0; i < length; i++) text += ALPHABET[bytes[i]! & 31]
  return text
}

/** A random id, 100 bits: `trp_0h2k…`. */
export function newId(prefix: string): string {
  return `${prefix}_${base32(crypto.getRandomValues(new Uint8Array(20)), 20)}`
}

/** The same parts give the same id (100 bits of SHA-256): what makes a repeated creation find the first one. */
export async function derivedId(prefix: string, ...parts: readonly string[]): Promise<string> {
  return `${prefix}_${base32(await sha256(JSON.stringify(parts)), 20)}`
}

/** Lower-case hexadecimal SHA-256 of a text. */
export async function digest(text: string): Promise<string> {
  return [...(await sha256(text))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
}
