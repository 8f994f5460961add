import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './support/paths.ts'

interface Part {
  readonly 'bom-ref'?: string
  readonly ref?: string
  readonly dependsOn?: readonly string[]
}
interface Bom {
  readonly metadata: { readonly lifecycles: unknown; readonly component: object }
  readonly components: readonly Part[]
  readonly dependencies: readonly Part[]
}

/**
 * What the program is made of, as CycloneDX, from the lockfile: the packages it runs with, without those for development. The same lockfile
 * gives the same text on every machine: the random serial number, the time, npm's own version and the folder's name are left out, and
 * everything has its order.
 */
export function billOfMaterials(): string {
  const made = spawnSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--omit=dev', '--package-lock-only', '--sbom-type=application'],
    { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 },
  )
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`)
  const { serialNumber: _random, ...bom } = JSON.parse(made.stdout) as Bom & { serialNumber?: string }
  const { lifecycles, component } = bom.metadata
  const sorted = {
    ...bom,
    metadata: { lifecycles, component: { ...component, name: 'unstuck' } },
    components: inOrder(bom.components),
    dependencies: inOrder(bom.dependencies).map((part) => ({
      ...part,
      dependsOn: (part.dependsOn ?? []).toSorted(),
    })),
  }
  return `${JSON.stringify(sorted, null, 2)}\n`
}

const nameOf = (part: Part) => part['bom-ref'] ?? part.ref ?? ''
const inOrder = (parts: readonly Part[]) =>
  parts.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))

if (import.meta.main) {
  const file = join(root, 'dist/unstuck.cdx.json')
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(file, billOfMaterials())
  console.log(file)
}
