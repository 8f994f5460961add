import type { ReactNode } from 'react'
import { Button } from '#components/ui/button.tsx'
import { Field } from '#components/ui/field.tsx'
import { Kbd } from '#components/ui/kbd.tsx'
import { Card } from '#components/ui/section.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** Before the first attempt there is nothing to list, so the page teaches the one way in. */
export function FirstVisit() {
  return (
    <Card className="p-5 sm:p-8">
      <h2 className="text-lg font-semibold">Open the order that is stuck</h2>
      <p className="mt-1 max-w-prose text-base text-muted">
        See what was tried before, do the one thing that helps, and read in plain words what happened and who
        acts next.
      </p>
      <form action="/search" method="get" className="mt-5 flex max-w-lg flex-wrap items-end gap-2">
        <Field id="first-order" label="Order number" className="min-w-48 flex-1">
          {(control) => (
            <TextInput
              {...control}
              name="order"
              mono
              required
              autoComplete="off"
              spellCheck={false}
              placeholder="1234567"
            />
          )}
        </Field>
        <Button type="submit" variant="primary">
          Open order
        </Button>
      </form>
      <dl className="mt-8 grid gap-x-8 gap-y-5 text-sm sm:grid-cols-3">
        <Lesson title="From a ticket">
          A link in the ticket opens the order with the right form filled in. Nothing is sent until you have
          checked it.
        </Lesson>
        <Lesson title="By keyboard">
          <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> opens orders, operations and screens from anywhere, <Kbd>/</Kbd> the
          search for an order number, <Kbd>?</Kbd> the other keys.
        </Lesson>
        <Lesson title="Nothing is lost">
          Every attempt is written down before it is sent, and shown here with its outcome, by whom and for
          which ticket.
        </Lesson>
      </dl>
    </Card>
  )
}

function Lesson({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt className="font-medium text-ink">{title}</dt>
      <dd className="mt-0.5 text-muted">{children}</dd>
    </div>
  )
}
