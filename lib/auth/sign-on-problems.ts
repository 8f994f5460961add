/** Why single sign-on let nobody in, by the word that stands in the sign-in page's address. */
export const signOnProblems = {
  'sign-on-failed':
    'The sign-on provider cannot be asked just now. Try again; if it stays so, tell whoever runs this server.',
  'sign-on-too-many': 'Too many sign-ins were begun from your network. Wait a minute, then try again.',
  'sign-on-begin-again': 'This sign-in took too long, or was begun in another browser. Begin again.',
  'sign-on-not-confirmed':
    'The sign-on provider did not confirm who you are. Begin again; if it stays so, tell whoever runs this server.',
  'sign-on-no-role':
    'The sign-on provider knows you, but gives you no role for this desk. Ask whoever manages your groups.',
  'sign-on-address-taken':
    'There is a person here with your e-mail address already. Whoever runs this server can link the two.',
  'sign-on-access-ended': 'Your access to this desk was ended. Ask an administrator.',
} as const

export type SignOnProblem = keyof typeof signOnProblems

/** What an address' word stands for, or null. */
export function signOnProblemOf(word: unknown): SignOnProblem | null {
  return typeof word === 'string' && Object.hasOwn(signOnProblems, word) ? (word as SignOnProblem) : null
}
