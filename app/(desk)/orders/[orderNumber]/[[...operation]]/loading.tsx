import { Loading } from '#components/ui/loading.tsx'

export default function OrderLoading() {
  return <Loading what="the order" />
}
