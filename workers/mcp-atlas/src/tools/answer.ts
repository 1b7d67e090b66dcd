/** A tool's answer in both forms the protocol knows: typed, and as text for readers that know only text. */
export function answer<T extends Record<string, unknown>>(value: T) {
  return { structuredContent: value, content: [{ type: 'text' as const, text: JSON.stringify(value) }] }
}
