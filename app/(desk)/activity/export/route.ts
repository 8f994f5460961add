import { currentPerson } from '#lib/auth/session.ts'
import { readActivityFilter } from '#lib/desk/activity-filter.ts'
import { desk } from '#lib/desk/desk.ts'
import { exportActivity } from '#lib/desk/export-activity.ts'

/** The history under the screen's filter as a CSV file, streamed. */
export async function GET(request: Request) {
  const person = await currentPerson()
  if (person === null) return new Response('You are signed out.', { status: 401 })
  // A link on another page must not write an export into the history in somebody's name.
  if (request.headers.get('sec-fetch-site') === 'cross-site')
    return new Response('Not from here.', { status: 403 })
  const { filter, errors } = readActivityFilter(Object.fromEntries(new URL(request.url).searchParams))
  if (errors.length > 0) return new Response(errors.map((error) => error.message).join('\n'), { status: 400 })
  const name = `unstuck-history-${new Date().toISOString().slice(0, 10)}.csv`
  return new Response(await exportActivity(await desk(), person, filter), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })
}
