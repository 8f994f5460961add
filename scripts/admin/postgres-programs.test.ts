import { expect, it } from 'vitest'
import { connectionOf } from './postgres-programs.ts'

it('PostgreSQL’s programs are led to the same database as the driver, by variables alone', () => {
  expect(connectionOf('postgres://ann:p%40ss@db.example:6432/desk?sslmode=no-verify')).toEqual({
    PGHOST: 'db.example',
    PGPORT: '6432',
    PGUSER: 'ann',
    PGPASSWORD: 'p@ss',
    PGDATABASE: 'desk',
    PGSSLMODE: 'require',
  })
  expect(
    connectionOf('postgres://ann@[::1]/desk?sslmode=verify-full&sslrootcert=%2Fetc%2Fca.pem'),
  ).toMatchObject({ PGHOST: '::1', PGPORT: '5432', PGSSLMODE: 'verify-full', PGSSLROOTCERT: '/etc/ca.pem' })
  expect(connectionOf('postgres:///desk?host=/var/run/postgresql')).toMatchObject({
    PGHOST: '/var/run/postgresql',
    PGDATABASE: 'desk',
  })
})
