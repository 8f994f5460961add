import { allCodes, type CodeEntry } from '#lib/ca/codes.ts'
import { allReadCodes } from '#lib/ca/reads/codes.ts'

/** The codes of all operations, and after them those of the reads. */
export const everyCode = (): readonly CodeEntry[] => [...allCodes(), ...allReadCodes()]
