import { join, resolve } from 'node:path'

/** The folder the project was cloned into. */
export const root = resolve(import.meta.dirname, '../..')

export const standalone = join(root, '.next/standalone')
export const standaloneServer = join(standalone, 'server.js')

/** Says which sources the assembled build was made of. Next clears the folder on every build, and this file with it. */
export const buildStamp = join(standalone, '.made-of')
