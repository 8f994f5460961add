import { readCallingHours, setCallingHours } from '#lib/desk/calling-hours.ts'
import { store } from '#lib/store/open.ts'
import { speakHours } from '#lib/time/within-hours.ts'
import type { Command } from './commands.ts'
import { operator } from './operator.ts'
import { orRefuse, Refused } from './refused.ts'

export const callingHoursCommands: Readonly<Record<string, Command>> = {
  'calling-hours show': {
    about: 'Says when calls may be booked. Times outside are warned about, never refused.',
    needs: [],
    run: async () => console.log(inWords(await readCallingHours((await store()).db))),
  },
  'calling-hours set': {
    about:
      'Sets when calls may be booked: days such as mon-fri or mon,wed or every, and times such as 08:30 and 17:00.',
    needs: ['days', 'from', 'until', 'zone'],
    run: async ({ days = '', from = '', until = '', zone = '' }) => {
      const actor = { ...operator(), role: 'administrator' } as const
      const hours = { days: daysFrom(days), from, until, zone }
      const set = await setCallingHours({ store: await store(), now: Date.now }, { actor, hours })
      console.log(inWords(orRefuse(set).hours))
    },
  },
}

const inWords = (hours: Parameters<typeof speakHours>[0]) => `Calls may be booked ${speakHours(hours)}.`

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** `mon-fri`, `mon,wed,sat-sun`, `every`; a run may pass the week's end, such as `sun-thu`. */
function daysFrom(text: string): number[] {
  if (text.trim().toLowerCase() === 'every') return [1, 2, 3, 4, 5, 6, 7]
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first, ...more] = part.split('-').map(dayFrom)
    if (more.length > 0) throw notDays()
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, step) => ((first - 1 + step) % 7) + 1)
  })
}

function dayFrom(text: string): number {
  const day = names.indexOf(text.trim().toLowerCase()) + 1
  if (day === 0) throw notDays()
  return day
}

const notDays = () => new Refused(`days: Write ${names.join(', ')}, such as mon-fri, or every.`)
