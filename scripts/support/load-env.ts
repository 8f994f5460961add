import { existsSync } from 'node:fs'

// For `npm run admin`: the settings that `npm start` reads from .env, too. Variables that are set already win.
if (existsSync('.env')) process.loadEnvFile('.env')
