import type { ReactNode } from 'react'
import { LinkIcon } from '#components/shell/icons.tsx'
import { Svg } from '#components/ui/icons.tsx'
import type { Option } from './option.ts'

export function OptionIcon({ icon }: { icon: Option['icon'] }) {
  return <span className="text-faint">{drawings[icon]}</span>
}

const drawings: Readonly<Record<Option['icon'], ReactNode>> = {
  order: (
    <Svg>
      <path d="M4 2.5h5.5L12 5v8.5H4z" />
      <path d="M6.5 7h3M6.5 10h3" />
    </Svg>
  ),
  operation: (
    <Svg>
      <path d="M2.5 8h8.5M8 4.5 11.5 8 8 11.5M13.5 3.5v9" />
    </Svg>
  ),
  attempt: (
    <Svg>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3l2 1.5" />
    </Svg>
  ),
  screen: (
    <Svg>
      <rect x="2.5" y="3" width="11" height="10" rx="1.5" />
      <path d="M2.5 6.25h11" />
    </Svg>
  ),
  code: (
    <Svg>
      <path d="M6.25 2.5 5 13.5M11 2.5 9.75 13.5M3 6h10.5M2.5 10H13" />
    </Svg>
  ),
  link: <LinkIcon />,
  keys: (
    <Svg>
      <rect x="1.75" y="4" width="12.5" height="8" rx="1.5" />
      <path d="M4.5 6.75v.01M7 6.75v.01M9.5 6.75v.01M11.75 6.75v.01M5.5 9.5h5" />
    </Svg>
  ),
}
