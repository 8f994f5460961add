/** Every server action of the settings, with a form that an administrator could send. */
export const settingsActions: Readonly<Record<string, { path: string; form: Record<string, string> }>> = {
  invitePersonAction: {
    path: '/settings/people',
    form: { email: 'forged@example.org', name: 'Forged', role: 'administrator' },
  },
  setRoleAction: { path: '/settings/people', form: { person: 'x', role: 'administrator' } },
  setAccessAction: { path: '/settings/people', form: { person: 'x', access: 'disabled' } },
  resetPersonAction: { path: '/settings/people', form: { person: 'x' } },
  removeFactorsAction: { path: '/settings/people', form: { person: 'x' } },
  requireFactorAction: { path: '/settings/people', form: { person: 'x', demand: 'yes' } },
  endSessionsAction: { path: '/settings/people', form: { person: 'x' } },
  addAccountAction: {
    path: '/settings/accounts',
    form: { label: 'Forged', loginName: 'forged', password: 'x', baseUrl: '' },
  },
  changeAccountAction: {
    path: '/settings/accounts',
    form: { account: 'x', label: 'Forged', loginName: 'forged', baseUrl: 'https://evil.example/' },
  },
  setPasswordAction: { path: '/settings/accounts', form: { account: 'x', password: 'x' } },
  setSendingAction: { path: '/settings/accounts', form: { account: 'x', sending: 'pause', reason: 'x' } },
  restrictAccountAction: { path: '/settings/accounts', form: { account: 'x', who: 'chosen' } },
  templateAction: {
    path: '/settings/accounts',
    form: { account: 'x', what: 'save', number: '1', name: 'x' },
  },
  pushAddressAction: { path: '/settings/accounts', form: { account: 'x', what: 'set' } },
  saveCoolDownsAction: { path: '/settings/rules', form: { 'coolDowns.schedule-callback': '0' } },
  saveCallingHoursAction: { path: '/settings/rules', form: { zone: 'UTC', from: '00:00', until: '00:01' } },
  saveContactChangesAction: { path: '/settings/rules', form: { secondPerson: 'no', approvalHours: '168' } },
  saveFactorRolesAction: { path: '/settings/rules', form: {} },
  saveSessionLimitsAction: {
    path: '/settings/rules',
    form: { sessionIdleMinutes: '', sessionMinutes: '10080' },
  },
  issueTokenAction: {
    path: '/settings/tokens',
    form: { name: 'Forged', role: 'manager', limitOperations: 'all', limitAccounts: 'all', life: '365' },
  },
  revokeTokenAction: { path: '/settings/tokens', form: { name: 'x' } },
}
