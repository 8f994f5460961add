import { Button } from '#components/ui/button.tsx'

export interface DemoPersonChoice {
  readonly name: string
  readonly role: string
  readonly email: string
  readonly password: string
}

export interface DemoPeopleProps {
  readonly people: readonly DemoPersonChoice[]
  readonly formAction: (formData: FormData) => void
  readonly next: string
  readonly pending: boolean
}

/** Sample people of the demo, one form each. Never shown in a real installation. */
export function DemoPeople({ people, formAction, next, pending }: DemoPeopleProps) {
  return (
    <section aria-labelledby="demo-title" className="mt-6">
      <h2 id="demo-title" className="text-sm font-semibold">
        Demo: sign in as
      </h2>
      <p className="text-sm text-muted">
        Sample people and a stand-in CA. Nothing here reaches the real one.
      </p>
      <ul className="mt-2 divide-y rounded-lg border bg-surface shadow-card">
        {people.map((person) => (
          <li key={person.email}>
            <form action={formAction} className="flex items-center justify-between gap-3 px-4 py-2.5">
              <input type="hidden" name="email" value={person.email} />
              <input type="hidden" name="password" value={person.password} />
              <input type="hidden" name="next" value={next} />
              <div className="min-w-0 text-sm">
                <p className="font-medium wrap-anywhere">
                  {person.name} <span className="font-normal text-muted">· {person.role}</span>
                </p>
                <p className="text-xs wrap-anywhere text-faint">
                  {person.email}
                  <span className="block font-mono">{person.password}</span>
                </p>
              </div>
              <Button
                type="submit"
                size="sm"
                pending={pending}
                className="shrink-0"
                aria-label={`Sign in as ${person.name}`}
              >
                Sign in
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}
