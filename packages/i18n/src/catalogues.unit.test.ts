import { ERROR_CODES, HEALTH_CONDITIONS, ITINERARY_STATUSES, PLANNING_STEPS, RECOMMEND_CODES } from '@yeojeong/contracts'
import { CATEGORIES, DIETS, INTERESTS, LANGUAGES as DOMAIN_LANGUAGES, MOBILITIES, PACES, TRANSPORTS } from '@yeojeong/domain'
import { CODES } from '@yeojeong/planner'
import { describe, expect, it } from 'vitest'
import en from './en.json' with { type: 'json' }
import { LANGUAGES } from './language.ts'
import ja from './ja.json' with { type: 'json' }
import ko from './ko.json' with { type: 'json' }
import zh from './zh.json' with { type: 'json' }

type Message = string | { readonly [variant: string]: string }
const CATALOGUES: { readonly [language: string]: { readonly [key: string]: Message } } = { ko, en, ja, zh }

const variants = (message: Message): readonly string[] =>
  typeof message === 'string' ? [message] : Object.entries(message).flatMap(([name, text]) => (name === 'by' ? [] : [text]))
/** What a sentence says or is chosen by. */
const parameters = (message: Message): readonly string[] => {
  const by = typeof message === 'string' ? [] : [message['by'] ?? '']
  const said = variants(message).flatMap((text) => [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? ''))
  return [...new Set([...by, ...said])].sort()
}

/** What the product's own lists say there is, as the keys the sentences are found under. */
const REQUIRED = [
  ...Object.values(CODES).flatMap((codes) => Object.keys(codes).map((code) => `reason.${code}`)),
  ...RECOMMEND_CODES.map((code) => `recommend.${code}`),
  ...ERROR_CODES.map((code) => `error.${code}`),
  ...CATEGORIES.map((category) => `category.${category}`),
  ...INTERESTS.map((interest) => `interest.${interest}`),
  ...DIETS.map((diet) => `diet.${diet}`),
  ...MOBILITIES.map((mobility) => `mobility.${mobility}`),
  ...PACES.map((pace) => `pace.${pace}`),
  ...TRANSPORTS.map((transport) => `transport.${transport}`),
  ...HEALTH_CONDITIONS.map((condition) => `health.${condition}`),
  ...PLANNING_STEPS.map((step) => `step.${step}`),
  ...ITINERARY_STATUSES.map((status) => `status.${status}`),
]

describe('the catalogues', () => {
  it('cover exactly the languages the product speaks', () => {
    expect([...LANGUAGES]).toEqual([...DOMAIN_LANGUAGES])
    expect(Object.keys(CATALOGUES)).toEqual([...LANGUAGES])
  })

  it.each(LANGUAGES)('%s has a sentence for every code, word and step of the product', (language) => {
    const missing = REQUIRED.filter((key) => !Object.hasOwn(CATALOGUES[language] ?? {}, key))
    expect(missing).toEqual([])
  })

  it.each(LANGUAGES)('%s has the same keys as Korean, none empty', (language) => {
    const catalogue = CATALOGUES[language] ?? {}
    expect(Object.keys(catalogue).sort()).toEqual(Object.keys(ko).sort())
    const empty = Object.entries(catalogue).filter(([, message]) => variants(message).some((text) => text.trim() === ''))
    expect(empty).toEqual([])
  })

  it.each(LANGUAGES)('%s asks for the same parameters as Korean', (language) => {
    const differing = Object.entries(CATALOGUES[language] ?? {}).filter(
      ([key, message]) => parameters(message).join() !== parameters((ko as { readonly [key: string]: Message })[key] ?? '').join(),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it.each(LANGUAGES)('%s has a variant for every value where a sentence is chosen by a word', (language) => {
    const catalogue = CATALOGUES[language] ?? {}
    const chosen = Object.entries(catalogue).filter(([, message]) => typeof message !== 'string')
    expect(chosen.filter(([, message]) => !Object.hasOwn(message as object, 'other')).map(([key]) => key)).toEqual([])
  })
})
