export function SkipLink() {
  return (
    <a
      href="#main"
      className="sr-only rounded-md bg-surface text-sm font-medium text-accent shadow-float focus:not-sr-only focus:fixed focus:px-3 focus:py-2 focus:top-2 focus:left-2 focus:z-20"
    >
      Skip to the content
    </a>
  )
}
