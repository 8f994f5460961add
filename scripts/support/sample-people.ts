/** One person of each role, for the demo and the browser journeys. */
export const samplePeople = [
  { role: 'viewer', name: 'Vera Lindqvist', email: 'vera@demo.example', password: 'vera reads the orders' },
  { role: 'agent', name: 'Ann Kowalski', email: 'ann@demo.example', password: 'ann unsticks an order' },
  { role: 'manager', name: 'Max Okafor', email: 'max@demo.example', password: 'max approves contacts' },
  { role: 'administrator', name: 'Ada Moreau', email: 'ada@demo.example', password: 'ada looks after keys' },
] as const

export type SampleRole = (typeof samplePeople)[number]['role']

export function samplePerson(role: SampleRole): (typeof samplePeople)[number] {
  const person = samplePeople.find((one) => one.role === role)
  if (person === undefined) throw new Error(`There is no sample ${role}.`)
  return person
}

/** The two accounts of the simulator's seed, under the labels people see. */
export const sampleAccounts = [
  { label: 'Demo EU', loginName: 'demo-eu', password: 'demo-eu-password' },
  { label: 'Demo US', loginName: 'demo-us', password: 'demo-us-password' },
] as const
