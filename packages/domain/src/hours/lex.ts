import { err, ok, type Result } from '../result.ts'
import type { HoursProblem } from './rule.ts'

export type TokenKind = 'weekday' | 'month' | 'PH' | 'off' | '24/7' | 'time' | 'number' | 'symbol' | 'end'
/** `value` is the index of a weekday (Monday 0) or month (January 1), the minutes of a time, or a number. */
export type Token = { readonly kind: TokenKind; readonly text: string; readonly value: number; readonly at: number }

const WEEKDAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const PATTERN = /\s*(24\/7|\d{1,2}:\d{2}|\d+|[A-Za-z]+|[-,;:[\]])/y

/** What the OSM grammar has and we leave out, so that the refusal names it. */
const UNSUPPORTED: readonly (readonly [RegExp, string])[] = [
  [/^\s*"/, 'a comment: the hours then depend on something in words'],
  [/^\s*\+/, 'an open end: nobody knows when it closes'],
  [/^\s*\|\|/, 'a fallback rule'],
  [/^\s*(sunrise|sunset|dawn|dusk|\()/i, 'times that follow the sun'],
  [/^\s*(easter|SH|week|day|days|open|unknown)\b/, 'a keyword outside the supported subset'],
]

function problemAt(text: string, at: number): HoursProblem {
  const rest = text.slice(at)
  const known = UNSUPPORTED.find(([pattern]) => pattern.test(rest))
  if (known !== undefined) return { code: 'unsupported', at, detail: known[1] }
  return { code: 'malformed', at, detail: `cannot read "${rest.trim().slice(0, 20)}"` }
}

function wordToken(text: string, at: number): Token | null {
  const weekday = WEEKDAYS.indexOf(text)
  if (weekday >= 0) return { kind: 'weekday', text, value: weekday, at }
  const month = MONTHS.indexOf(text)
  if (month >= 0) return { kind: 'month', text, value: month + 1, at }
  if (text === 'PH') return { kind: 'PH', text, value: 0, at }
  return text === 'off' || text === 'closed' ? { kind: 'off', text, value: 0, at } : null
}

function timeToken(text: string, at: number): Token | null {
  const [hours, minutes] = text.split(':').map(Number) as [number, number]
  const value = hours * 60 + minutes
  return minutes < 60 && value <= 48 * 60 ? { kind: 'time', text, value, at } : null
}

function tokenOf(text: string, at: number): Token | null {
  if (text === '24/7') return { kind: '24/7', text, value: 0, at }
  if (text.includes(':') && text.length > 1) return timeToken(text, at)
  if (/^\d/.test(text)) return { kind: 'number', text, value: Number(text), at }
  return /^[A-Za-z]/.test(text) ? wordToken(text, at) : { kind: 'symbol', text, value: 0, at }
}

/** The tokens of an opening_hours value, closed by an `end`. Case matters, as the grammar writes it. */
export function tokens(text: string): Result<readonly Token[], HoursProblem> {
  const found: Token[] = []
  const end = text.trimEnd().length
  let at = 0
  while (at < end) {
    PATTERN.lastIndex = at
    const match = PATTERN.exec(text)
    const piece = match?.[1]
    const token = piece === undefined ? null : tokenOf(piece, PATTERN.lastIndex - piece.length)
    if (token === null) return err(problemAt(text, at))
    found.push(token)
    at = token.at + token.text.length
  }
  return ok([...found, { kind: 'end', text: '', value: 0, at }])
}
