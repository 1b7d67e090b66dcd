import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { ApiError } from '../api/problem.ts'
import { openSession } from '../api/session.ts'
import { HomePage } from '../home/home-page.tsx'
import { ItineraryPage } from '../itinerary/itinerary-page.tsx'
import { TripPage } from '../trip/trip-page.tsx'
import { NotFound, Problem, Waiting } from './notices.tsx'
import { routeOf, usePathname, type Route } from './router.tsx'
import { Shell } from './shell.tsx'
import { TextProvider } from './text.tsx'

const ComparePage = lazy(() => import('../compare/compare-page.tsx'))
const SharedPage = lazy(() => import('../sharing/shared-page.tsx'))
const TripFormPage = lazy(() => import('../trip-form/trip-form-page.tsx'))

/** A refusal stays a refusal; only what may pass by itself is tried again. */
function mayPass(failures: number, error: unknown): boolean {
  const passing = !(error instanceof ApiError) || error.status === 0 || error.status >= 500
  return passing && failures < 2
}

const client = new QueryClient({ defaultOptions: { queries: { retry: mayPass, refetchOnWindowFocus: false } } })

export function App(): ReactNode {
  return (
    <TextProvider>
      <QueryClientProvider client={client}>
        <Shell>
          <Session />
        </Shell>
      </QueryClientProvider>
    </TextProvider>
  )
}

function Session(): ReactNode {
  const session = useQuery({ queryKey: ['session'], queryFn: () => openSession().then(() => true), staleTime: Infinity })
  const pathname = usePathname()
  const route = routeOf(pathname)
  useEffect(() => {
    // After a change of page a keyboard or screen reader starts at its top, not where the old page was left.
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [pathname])
  if (session.isPending) return <Waiting />
  if (session.isError) return <Problem error={session.error} retry={() => void session.refetch()} />
  return (
    <Suspense fallback={<Waiting />}>
      <Page route={route} />
    </Suspense>
  )
}

function Page({ route }: { readonly route: Route }): ReactNode {
  switch (route.page) {
    case 'home':
      return <HomePage />
    case 'new-trip':
      return <TripFormPage key="new" tripId={null} />
    case 'edit-trip':
      return <TripFormPage key={route.id} tripId={route.id} />
    case 'compare':
      return <ComparePage />
    case 'trip':
      return <TripPage key={route.id} tripId={route.id} />
    case 'itinerary':
      return <ItineraryPage key={route.id} itineraryId={route.id} />
    case 'shared':
      return <SharedPage key={route.token} token={route.token} />
    case 'not-found':
      return <NotFound />
  }
}
