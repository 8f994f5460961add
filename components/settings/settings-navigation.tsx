import { PageLinks } from '#components/ui/page-links.tsx'

const pages = [
  { href: '/settings/people', label: 'People' },
  { href: '/settings/accounts', label: 'Accounts' },
  { href: '/settings/rules', label: 'Rules' },
  { href: '/settings/tokens', label: 'API tokens' },
] as const

export function SettingsNavigation() {
  return (
    <nav aria-label="Settings" className="lg:sticky lg:top-20 lg:self-start">
      <p className="mb-1.5 px-2.5 text-xs font-medium text-faint max-lg:hidden">Settings</p>
      <PageLinks pages={pages} className="max-lg:-mx-2.5 lg:flex-col" />
    </nav>
  )
}
