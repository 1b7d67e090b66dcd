import { DrizzleQueryError } from 'drizzle-orm'
import { drizzle, type DrizzleD1Database } from 'drizzle-orm/d1'

export type Database = DrizzleD1Database

/** Reads and writes at the primary: everything here decides something, and a replica may be behind. */
export function primary(database: D1Database): Database {
  // drizzle asks for the whole D1Database and uses prepare and batch, which a session has.
  return drizzle(database.withSession('first-primary') as unknown as D1Database)
}

/** True for a key that is already taken. */
export function isTaken(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause.message.includes('UNIQUE constraint failed')) return true
  return false
}

type Repository = { readonly [method: string]: (...args: never[]) => Promise<unknown> }

/**
 * The same repository with errors fit for a log: drizzle writes the values of a failed statement into its message, and
 * here those are plans and people's words. What the database itself said is kept.
 */
export function discreet<R extends Repository>(repository: R): R {
  const methods = Object.entries(repository).map(([name, method]) => [
    name,
    (...args: never[]) =>
      method(...args).catch((error: unknown) => {
        throw withoutValues(name, error)
      }),
  ])
  return Object.fromEntries(methods) as R
}

function withoutValues(method: string, error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  return new Error(`store: ${method}: ${error.cause?.message ?? 'query failed'}`)
}
