import type { Receipt } from './receipt.ts'

/** Whether the CA took an attempt on: by its own word, or by what a person found out where its answer is not known. */
export const wasTaken = ({ kind, resolution }: Receipt): boolean =>
  kind === 'done' || kind === 'passed-on' || resolution?.finding === 'carried-out'
