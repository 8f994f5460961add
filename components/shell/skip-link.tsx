export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-surface px-3 py-2 text-sm font-medium text-accent shadow-float focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20"
    >
      Skip to the content
    </a>
  )
}
