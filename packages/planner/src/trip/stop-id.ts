/** Two 32-bit FNV-1a hashes over the UTF-16 code units, as 13 characters of base 36: the same key gives the same id on every machine. */
export function stopId(key: string): string {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < key.length; i++) {
    a = Math.imul(a ^ key.charCodeAt(i), 0x01000193)
    b = Math.imul(b ^ key.charCodeAt(i), 0x85ebca6b)
    b ^= b >>> 13
  }
  const text = (hash: number): string => (hash >>> 0).toString(36).padStart(7, '0')
  return `stp_${text(a)}${text(b).slice(1)}`
}
