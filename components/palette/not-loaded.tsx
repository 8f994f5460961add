import { Button } from '#components/ui/button.tsx'

export function NotLoaded({ again }: { again: () => void }) {
  return (
    <div role="alert" aria-label="Palette" className="flex flex-col items-start gap-3 p-4 text-sm">
      <p className="text-muted">
        The palette could not be loaded. Either the network is gone, or the desk was brought up to date: then
        load the page anew.
      </p>
      <Button size="sm" onClick={again}>
        Try again
      </Button>
    </div>
  )
}
