import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Field } from '#components/ui/field.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TextInput } from '#components/ui/text-input.tsx'

/** The search page is only seen when what was typed is no order number. */
export function SearchError({ typed, message }: { typed: string; message: string }) {
  return (
    <div className="max-w-lg">
      <PageHeader title="Open an order" />
      <form action="/search" method="get" className="flex flex-col gap-4">
        {typed !== '' && <ErrorSummary errors={[{ field: 'order', message }]} />}
        <Field
          id="order"
          label="Order number"
          hint="As the CA gave it, such as 1234567. A leading # and blanks are ignored."
          error={typed === '' ? null : message}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              name="order"
              defaultValue={typed.trim()}
              mono
              autoComplete="off"
              spellCheck={false}
            />
          )}
        </Field>
        <div>
          <Button type="submit" variant="primary">
            Open order
          </Button>
        </div>
      </form>
    </div>
  )
}
