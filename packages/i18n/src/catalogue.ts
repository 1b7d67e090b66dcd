import type ko from './ko.json'

/**
 * A sentence, or several chosen `by` a parameter: by its exact value, `none` for 0 or an empty list, else the
 * language's plural category (lists count their members), else `other`.
 */
export type Message = string | { readonly by: string; readonly [variant: string]: string }
export type MessageKey = keyof typeof ko
export type Catalogue = { readonly [K in MessageKey]: Message }

export type Param = string | number | readonly string[]
export type Params = { readonly [name: string]: Param }

/** Turns ids into the names a reader knows; null where there is none. */
export type Names = { readonly [kind in 'place' | 'traveller' | 'booking' | 'lodging' | 'stop']?: (id: string) => string | null }
