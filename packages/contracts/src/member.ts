import { DIETS, INTERESTS, MOBILITIES } from '@yeojeong/domain'
import * as z from 'zod'
import { MemberId } from './ids.ts'

/** What about somebody's health a plan can act on. Stored encrypted; only what follows from it (rests, distances) leaves the profile service. */
export const HEALTH_CONDITIONS = ['heart', 'knee', 'back', 'asthma', 'pregnancy', 'diabetes', 'low-vision', 'hearing', 'dizziness'] as const

const Taste = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)])

/** A traveller as the family describes them. Tastes: 0 not at all … 3 what I came for; 1 where nothing is said. */
export const MemberInput = z
  .object({
    name: z.string().trim().min(1, 'a name is needed').max(80),
    age: z.number().int('whole years').min(0, 'age is 0 to 120').max(120, 'age is 0 to 120'),
    mobility: z.enum(MOBILITIES).default('full'),
    diets: z.array(z.enum(DIETS)).max(DIETS.length).default([]),
    tastes: z.partialRecord(z.enum(INTERESTS), Taste).default({}),
    maxWalkLegM: z.number().int().min(50).max(5_000).optional(),
    maxWalkDayM: z.number().int().min(200).max(30_000).optional(),
    needsRest: z.boolean().optional(),
    health: z
      .object({
        conditions: z.array(z.enum(HEALTH_CONDITIONS)).max(HEALTH_CONDITIONS.length).default([]),
        note: z.string().max(500).optional(),
      })
      .optional(),
  })
  .meta({ id: 'MemberInput' })
export type MemberInput = z.infer<typeof MemberInput>

/** Only the fields named change; null takes a limit, a need or what was said of health away again. */
export const MemberPatch = z
  .object({
    ...MemberInput.shape,
    mobility: z.enum(MOBILITIES),
    diets: z.array(z.enum(DIETS)).max(DIETS.length),
    tastes: z.partialRecord(z.enum(INTERESTS), Taste),
    maxWalkLegM: MemberInput.shape.maxWalkLegM.nullable(),
    maxWalkDayM: MemberInput.shape.maxWalkDayM.nullable(),
    needsRest: MemberInput.shape.needsRest.nullable(),
    health: MemberInput.shape.health.nullable(),
  })
  .partial()
  .meta({ id: 'MemberPatch' })
export type MemberPatch = z.infer<typeof MemberPatch>

export const Member = z.object({ id: MemberId, ...MemberInput.shape }).meta({ id: 'Member' })
export type Member = z.infer<typeof Member>
