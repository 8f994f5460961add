import { TextLink } from '#components/ui/text-link.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Card } from '#components/ui/section.tsx'

/** Said in the place of every settings page to whoever may not see it. */
export function AdministratorsOnly({ names }: { names: readonly string[] }) {
  return (
    <>
      <PageHeader title="Settings" />
      <Card className="max-w-2xl px-4 py-5 text-sm">
        <p className="font-medium text-ink">Only administrators may see and change the settings.</p>
        {names.length > 0 && (
          <>
            <p className="mt-1 text-muted">
              {names.length === 1 ? 'Ask the administrator:' : 'Ask one of the administrators:'}
            </p>
            <ul className="mt-1 list-disc pl-5 marker:text-faint">
              {[...new Set(names)].slice(0, 10).map((name) => (
                <li key={name} className="wrap-anywhere">
                  {name}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="mt-3">
          <TextLink href="/">To the desk</TextLink>
        </p>
      </Card>
    </>
  )
}
