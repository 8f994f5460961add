import { MissingPage } from '#components/shell/missing-page.tsx'

/** Inside the frame, which has the main landmark already. */
export default function DeskNotFound() {
  return (
    <div className="max-w-md py-8">
      <title>Page not found · Unstuck</title>
      <MissingPage />
    </div>
  )
}
