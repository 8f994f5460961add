import { ButtonLink } from '#components/ui/button-link.tsx'

export function MissingPage() {
  return (
    <>
      <h1 className="text-2xl font-semibold tracking-tight">There is no such page</h1>
      <p className="mt-1 mb-5 text-base text-muted">
        The address may be mistyped, or the link that brought you here may be cut off. Nothing was sent to the
        CA.
      </p>
      <div>
        <ButtonLink href="/" variant="primary">
          Go to the desk
        </ButtonLink>
      </div>
    </>
  )
}
