import { Nothing } from './nothing.tsx'

export default function Page() {
  return <Nothing />
}
