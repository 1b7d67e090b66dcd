/**
 * Field encryption: AES-256-GCM under a key derived (HKDF-SHA-256) from a secret of the service, a fresh nonce for each
 * value, and the row it belongs to as additional data, so that a sealed value moved to another row does not open.
 * Sealed form: `v1.<nonce>.<ciphertext>` in base64url.
 */
export type Sealer = {
  seal(value: unknown, belongsTo: string): Promise<string>
  /** Throws where the value was not sealed with this secret for this owner: a bug or tampering, never a user's mistake. */
  open(sealed: string, belongsTo: string): Promise<unknown>
}

export function sealer(secret: string, purpose: string): Sealer {
  if (secret.length < 32) throw new Error('a sealing secret has at least 32 characters')
  let pending: Promise<CryptoKey> | undefined
  const key = (): Promise<CryptoKey> => (pending ??= deriveKey(secret, purpose))
  return {
    async seal(value, belongsTo) {
      const nonce = crypto.getRandomValues(new Uint8Array(12))
      const sealed = await crypto.subtle.encrypt(parameters(nonce, belongsTo), await key(), encode(JSON.stringify(value)))
      return `v1.${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`
    },
    async open(text, belongsTo) {
      const [version, nonce, body] = text.split('.')
      if (version !== 'v1' || nonce === undefined || body === undefined) throw new Error('not a sealed value')
      const plain = await crypto.subtle.decrypt(parameters(fromBase64Url(nonce), belongsTo), await key(), fromBase64Url(body))
      return JSON.parse(new TextDecoder().decode(plain)) as unknown
    },
  }
}

const encode = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(text))

function parameters(
  nonce: Uint8Array<ArrayBuffer>,
  belongsTo: string,
): { name: string; iv: Uint8Array<ArrayBuffer>; additionalData: Uint8Array<ArrayBuffer> } {
  return { name: 'AES-GCM', iv: nonce, additionalData: encode(belongsTo) }
}

async function deriveKey(secret: string, purpose: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encode(secret), 'HKDF', false, ['deriveKey'])
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: encode(purpose) }
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

function toBase64Url(bytes: Uint8Array): string {
  // Not `String.fromCharCode(...bytes)`: a large value would overflow the stack.
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0))
}
