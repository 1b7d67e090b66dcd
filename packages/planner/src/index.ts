export * from './explain/codes.ts'
