import type { ReadFilter } from '#lib/desk/activity-filter.ts'
import { activityQuery } from '#lib/desk/activity-filter.ts'
import type { ActivityView } from '#lib/desk/read-activity.ts'
import { ButtonLink } from '#components/ui/button-link.tsx'
import { EmptyState } from '#components/ui/empty-state.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card } from '#components/ui/section.tsx'
import { TextLink } from '#components/ui/text-link.tsx'
import { Time } from '#components/ui/time.tsx'
import { ActivityFilterForm } from './activity-filter-form.tsx'
import { ActivityTable } from './activity-table.tsx'
import { ProveHistory } from './prove-history.tsx'

export interface ActivityScreenProps {
  readonly asked: ReadFilter
  readonly view: ActivityView
}

export function ActivityScreen({ asked, view }: ActivityScreenProps) {
  const { values } = asked
  return (
    <>
      <PageHeader
        title="Activity"
        description="Everything that was done here, by anyone, newest first. Rows are only ever added."
        actions={
          // A file, not a page: no prefetch and no client navigation.
          <a
            href={`/activity/export${activityQuery(values)}`}
            className="inline-flex min-h-8.5 items-center rounded-md border border-control/60 bg-surface px-3.5 py-1 text-sm font-medium text-ink shadow-card hover:bg-sunken pointer-coarse:min-h-10"
          >
            Export as CSV
          </a>
        }
      />
      <ActivityFilterForm asked={asked} people={view.people} accounts={view.accounts} />
      <div className="mt-6">
        {view.lines.length === 0 ? (
          <Card>
            <EmptyState
              title={
                activityQuery(values) === ''
                  ? 'Nothing has happened yet'
                  : view.searched
                    ? 'Nothing found so far'
                    : 'Nothing matches this filter'
              }
            >
              <p>
                {activityQuery(values) === '' ? (
                  'Sign-ins, attempts, holds and changes appear here.'
                ) : (
                  <TextLink href="/activity">Show everything</TextLink>
                )}
              </p>
            </EmptyState>
          </Card>
        ) : (
          <Card className="overflow-hidden">
            <ActivityTable lines={view.lines} />
          </Card>
        )}
      </div>
      {view.searched && (
        <p className="mt-4 text-sm text-muted">
          Searched {view.searched.towards === 'older' ? 'back to' : 'up to'}{' '}
          <Time at={view.searched.at} show="both" />. There may be more beyond that.
        </p>
      )}
      <nav aria-label="Pages" className="mt-4 flex flex-wrap gap-2">
        {view.newer && (
          <ButtonLink href={`/activity${activityQuery(values, view.newer)}`}>
            {view.searched?.towards === 'newer' ? 'Search on' : 'Newer'}
          </ButtonLink>
        )}
        {view.older && (
          <ButtonLink href={`/activity${activityQuery(values, view.older)}`}>
            {view.searched?.towards === 'older' ? 'Search on' : 'Older'}
          </ButtonLink>
        )}
        {(view.newer || asked.place) && (
          <ButtonLink href={`/activity${activityQuery(values)}`} variant="ghost">
            Newest
          </ButtonLink>
        )}
      </nav>
      <ProveHistory />
    </>
  )
}
