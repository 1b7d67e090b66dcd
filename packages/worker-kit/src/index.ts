export * from './call.ts'
export * from './ids.ts'
export * from './log.ts'
export * from './seal.ts'
