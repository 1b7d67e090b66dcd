import type { UpstreamProblem } from '@yeojeong/worker-kit'

/** A tool's answer in both forms the protocol knows: typed, and as text for readers that know only text. */
export function answer<T extends Record<string, unknown>>(value: T) {
  return { structuredContent: value, content: [{ type: 'text' as const, text: JSON.stringify(value) }] }
}

/** What went wrong upstream, as the protocol has it: a result marked as an error. */
export function refusal({ detail }: UpstreamProblem) {
  return { isError: true as const, content: [{ type: 'text' as const, text: detail }] }
}
