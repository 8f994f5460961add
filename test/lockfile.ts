interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >
}

/**
 * Optional packages that some package asks for and the lockfile does not have: a native part for another system that could not be had when
 * the lockfile was made. On the machine that made it everything seems well.
 */
export function missingFromLockfile(text: string): string[] {
  const { packages } = JSON.parse(text) as Lockfile
  return Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(path, name).some((place) => place in packages))
      .map((name) => `${path} → ${name}`),
  )
}

/** Where Node would look for a package, from its own folder upwards. */
function placesFor(path: string, name: string): string[] {
  const parents = [path]
  for (let at = path; at !== '';) {
    at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))
    parents.push(at)
  }
  return parents.map((parent) => `${parent === '' ? '' : `${parent}/`}node_modules/${name}`)
}
