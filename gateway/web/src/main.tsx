import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { setNonce } from 'get-nonce';
import { queryClient } from './api/queries';
import { startI18n } from './i18n';
import { cspNonce } from './nonce';
import { Broken } from './shell/Broken';
import { theme, variables } from './theme';

const Shell = lazy(() => import('./shell/Shell'));
const SignIn = lazy(() => import('./signin/SignIn'));
const Home = lazy(() => import('./home/Home'));
const Bank = lazy(() => import('./bank/Bank'));
const Question = lazy(() => import('./bank/Question'));
const Import = lazy(() => import('./bank/importing/Import'));
const PastImports = lazy(() => import('./bank/importing/PastImports'));
const Editor = lazy(() => import('./bank/editing/Editor'));
const History = lazy(() => import('./bank/editing/History'));
const Drafts = lazy(() => import('./bank/editing/Drafts'));
const Interviews = lazy(() => import('./interviews/Interviews'));
const NewInterview = lazy(() => import('./interviews/NewInterview'));
const Interview = lazy(() => import('./interviews/Interview'));
const Join = lazy(() => import('./interviews/Join'));
const Room = lazy(() => import('./room/Room'));
const Replay = lazy(() => import('./replay/Replay'));
const Report = lazy(() => import('./reports/Report'));
const Settings = lazy(() => import('./settings/Settings'));
const NotFound = lazy(() => import('./shell/NotFound'));

const router = createBrowserRouter([
  { path: '/sign-in', element: <Suspense><SignIn /></Suspense>, errorElement: <Broken /> },
  { path: '/join/:token', element: <Suspense><Join /></Suspense>, errorElement: <Broken /> },
  { element: <Suspense><Shell bare /></Suspense>, errorElement: <Broken />, children: [{ path: '/rooms/:id', element: <Room /> }, { path: '/replays/:id', element: <Replay /> }] },
  {
    element: <Suspense><Shell /></Suspense>,
    errorElement: <Broken />,
    children: [
      { path: '/', element: <Home /> },
      { path: '/bank', element: <Bank /> },
      { path: '/bank/import', element: <Import /> },
      { path: '/bank/imports', element: <PastImports /> },
      { path: '/bank/drafts', element: <Drafts /> },
      { path: '/bank/new', element: <Editor /> },
      { path: '/bank/:id', element: <Question /> },
      { path: '/bank/:id/edit', element: <Editor /> },
      { path: '/bank/:id/history', element: <History /> },
      { path: '/interviews', element: <Interviews /> },
      { path: '/interviews/new', element: <NewInterview /> },
      { path: '/interviews/:id', element: <Interview /> },
      { path: '/reports/:id', element: <Report /> },
      { path: '/settings', element: <Settings /> },
      { path: '*', element: <NotFound /> },
    ],
  },
]);

// The scroll lock behind dialogs makes its style at run time and asks here for the nonce.
setNonce(cspNonce());
await startI18n();
createRoot(document.getElementById('root')!).render(
  <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={cspNonce}>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </MantineProvider>,
);
