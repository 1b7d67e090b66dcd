/** What people wrote, without control characters: RFC 5545 has no way to write them, and a bare CR ends a line there. */
export function lines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\n\t])[\p{Cc}\u2028\u2029]/gu, ' ')
}

/** The same on one line. */
export function line(text: string): string {
  return lines(text).replaceAll(/\s+/g, ' ').trim()
}
