/** The days off at a place, as ISO weekdays (Monday is 1). */
export interface Weekend {
  readonly days: readonly number[]
  /** Off for some people there, or reported differently by different sources. */
  readonly perhaps: readonly number[]
}

/**
 * By zone, because that is what is known of a customer, and because browsers differ in what they tell (Firefox has no `getWeekInfo`).
 * Source of `days`: Unicode CLDR 48, supplemental week data, except where a line says otherwise.
 */
export function weekendOf(zone: string): Weekend {
  return exceptions.get(zone) ?? (fridayAndSaturday.has(zone) ? { days: [5, 6], perhaps: [] } : usual)
}

const usual: Weekend = { days: [6, 7], perhaps: [] }

const fridayAndSaturday: ReadonlySet<string> = new Set([
  'Africa/Algiers',
  'Africa/Cairo',
  'Africa/Khartoum',
  'Africa/Tripoli',
  'Asia/Aden',
  'Asia/Amman',
  'Asia/Baghdad',
  'Asia/Bahrain',
  'Asia/Damascus',
  'Asia/Jerusalem',
  'Asia/Kuwait',
  'Asia/Muscat',
  'Asia/Qatar',
  'Asia/Riyadh',
  // Not in CLDR, which has Saturday and Sunday; their governments' offices close on these days.
  'Asia/Dhaka',
  'Asia/Gaza',
  'Asia/Hebron',
  'Indian/Maldives',
])

/** Where one day is off for everybody and another for some, or where sources disagree: then the screen says that it is not certain. */
const exceptions: ReadonlyMap<string, Weekend> = new Map([
  // CLDR: Friday only. Thursday is short in many offices, and a change to Friday and Saturday has been discussed for years.
  ['Asia/Tehran', { days: [5], perhaps: [4, 6] }],
  // CLDR: Thursday and Friday; many offices open on Thursday mornings.
  ['Asia/Kabul', { days: [5], perhaps: [4] }],
  // CLDR: Sunday only; many offices close on Saturday too.
  ['Asia/Kolkata', { days: [7], perhaps: [6] }],
  ['Asia/Calcutta', { days: [7], perhaps: [6] }],
  ['Africa/Kampala', { days: [7], perhaps: [6] }],
  // CLDR: Saturday and Sunday; the Friday is short, and a day off in Sharjah.
  ['Asia/Dubai', { days: [6, 7], perhaps: [5] }],
  // CLDR: Saturday and Sunday; Friday and Saturday in some of Malaysia's states.
  ['Asia/Kuala_Lumpur', { days: [6, 7], perhaps: [5] }],
  // CLDR: Saturday and Sunday; the government closes on Friday and Sunday.
  ['Asia/Brunei', { days: [7], perhaps: [5, 6] }],
  // CLDR: Saturday and Sunday; by custom Saturday alone, and changed more than once.
  ['Asia/Kathmandu', { days: [6], perhaps: [7] }],
  ['Asia/Katmandu', { days: [6], perhaps: [7] }],
  // CLDR: Saturday and Sunday; reported with Friday as the day off.
  ['Africa/Djibouti', { days: [], perhaps: [5, 6, 7] }],
  ['Africa/Mogadishu', { days: [5], perhaps: [4, 6, 7] }],
])
