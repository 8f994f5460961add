/** The look that text inputs, text areas and selects share. 16 px on touch so that phones do not zoom in. */
export const controlLook =
  'w-full min-w-0 rounded-md border border-control bg-surface px-2.5 py-1.5 text-sm text-ink shadow-card ' +
  'transition-colors hover:border-muted focus-visible:border-accent focus-visible:outline-offset-0 ' +
  'aria-invalid:border-refused [&[readonly]]:bg-sunken pointer-coarse:py-2.5 pointer-coarse:text-[1rem]'
