/** All that planning a call takes, as one module, so that a form fetches it in one piece and only when it is wanted. */
export { resolveLocal, todayIn, warnings } from './callback-time.ts'
export { suggestCalls } from './suggest-calls.ts'
export { areAlways, isWithin, speakHours } from './within-hours.ts'
