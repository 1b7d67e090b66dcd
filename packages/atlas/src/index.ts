export type { City, Region } from './author.ts'
