import { Loading } from '#components/ui/loading.tsx'

export default function DeskLoading() {
  return <Loading what="the page" />
}
