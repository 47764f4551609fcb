import { Badge, Menu, Tooltip, VisuallyHidden } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconBooks, IconHome, IconLogout, IconMessages, IconSearch, IconSettings } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { signOut, useMe } from '../api/queries';
import { ApiProblem } from '../api/http';
import { Face } from './Face';
import { Logo } from './Logo';
import { Palette } from './Palette';
import type { Frame } from './frame';
import { Problem } from './Problem';
import { LoadingPage } from './Page';

const Shortcuts = lazy(() => import('./Shortcuts'));

/** Everything behind the sign-in; a room brings its own frame (`bare`). */
export default function Shell({ bare = false }: { bare?: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  const location = useLocation();
  const navigate = useNavigate();
  const leave = useMutation({ mutationFn: () => signOut() });
  const [palette, setPalette] = useState(false);
  const [help, setHelp] = useState(false);
  // At once, so that the very next key is typed there.
  const openPalette = () => flushSync(() => setPalette(true));
  // From fields and from the editor too.
  useHotkeys([['mod+K', openPalette]], [], true);
  useHotkeys([
    ['shift+?', () => setHelp(true)],
    ['?', () => setHelp(true)],
  ]);
  useGoTo(!bare, navigate);

  // Whoever sits in a room stays there when signed out: the room says so itself, over text that may not be saved yet.
  const signedOut = me.error instanceof ApiProblem && me.error.status === 401;
  if (signedOut && !(bare && me.data)) {
    return <Navigate to={`/sign-in?returnTo=${encodeURIComponent(location.pathname + location.search)}`} replace />;
  }
  return (
    <>
      <a className="skip" href="#main">{t('skip')}</a>
      {!bare && (
        <header className="bar">
          <Link className="brand" to="/" aria-label="Mockingbird">
            <Logo />
            <span>Mockingbird</span>
          </Link>
          <nav className="nav" aria-label={t('nav.label')}>
            <NavLink to="/" end><IconHome size={20} stroke={1.7} aria-hidden />{t('nav.home')}</NavLink>
            <NavLink to="/bank"><IconBooks size={20} stroke={1.7} aria-hidden />{t('nav.bank')}</NavLink>
            <NavLink to="/interviews"><IconMessages size={20} stroke={1.7} aria-hidden />{t('nav.interviews')}</NavLink>
          </nav>
          {me.data?.demo && <Tooltip label={t('nav.demoWhy')}><Badge color="gray" tabIndex={0} style={{ flex: 'none' }}>{t('nav.demo')}</Badge></Tooltip>}
          <button className="plain find" onClick={openPalette} aria-label={t('palette.open')}>
            <IconSearch size={18} stroke={1.8} />
            <kbd className="wideonly" aria-hidden>Ctrl K</kbd>
          </button>
          <Menu position="bottom-end" width={216} withinPortal={false} withInitialFocusPlaceholder={false}>
            <Menu.Target>
              <button className="plain">
                <VisuallyHidden>{t('nav.account')}</VisuallyHidden>
                <Face size={32} person={me.data ?? { name: '' }} />
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{me.data ? `${me.data.name} · @${me.data.login}` : '…'}</Menu.Label>
              <Menu.Item leftSection={<IconSettings size={16} />} onClick={() => navigate('/settings')}>{t('nav.settings')}</Menu.Item>
              <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>{t('nav.signOut')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </header>
      )}
      {leave.error && <div className="page narrow" style={{ paddingBottom: 0 }}><Problem title={t('nav.stillSignedIn')} error={leave.error} retry={() => leave.mutate()} /></div>}
      {me.error && !me.data ? (
        <main id="main" className="page narrow"><h1 className="unseen">Mockingbird</h1><Problem error={me.error} retry={() => void me.refetch()} /></main>
      ) : (
        <Suspense fallback={<LoadingPage label={t('loading')} />}>
          {me.data ? <Outlet context={{ openPalette } satisfies Frame} /> : <LoadingPage label={t('loading')} />}
        </Suspense>
      )}
      {palette && <Palette close={() => setPalette(false)} help={() => setHelp(true)} signOut={() => leave.mutate()} />}
      <Suspense>{help && <Shortcuts close={() => setHelp(false)} />}</Suspense>
    </>
  );
}

/** `g` then a letter, as in a mail reader. */
function useGoTo(enabled: boolean, navigate: (to: string) => void) {
  const [armed, setArmed] = useState(false);
  const go = (to: string) => () => {
    if (armed && enabled) navigate(to);
    setArmed(false);
  };
  useHotkeys([
    ['g', () => { setArmed(true); setTimeout(() => setArmed(false), 1200); }],
    ['h', go('/')],
    ['b', go('/bank')],
    ['i', go('/interviews')],
    ['s', go('/settings')],
    ['n', go('/interviews/new')],
  ]);
}
