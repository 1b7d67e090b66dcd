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
