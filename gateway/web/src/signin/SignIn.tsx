import { Alert, Button } from '@mantine/core';
import { IconBrandGithub, IconInfoCircle } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { signInAddress, useMe } from '../api/queries';
import { ApiProblem } from '../api/http';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Problem } from '../shell/Problem';
import { Door } from './Door';

export default function SignIn() {
  const { t, i18n } = useTranslation();
  const [params] = useSearchParams();
  const me = useMe();
  const wanted = params.get('returnTo') ?? '/';
  // Only a path of our own: "//elsewhere" would leave the site.
  const returnTo = /^\/(?![/\\])/.test(wanted) ? wanted : '/';
  useEffect(() => { document.title = `${t('signIn.title')} · Mockingbird`; }, [t]);
  const signedOut = me.error instanceof ApiProblem && me.error.status === 401;
  // Whoever was signed in a moment ago is remembered still, but not let through.
  if (me.data && !signedOut) return <Navigate to={returnTo} replace />;
  const demo = signedOut && (me.error as ApiProblem).fields.demo === true;
  const error = params.get('error');
  return (
    <Door headline={t('signIn.headline')} pitch={t('signIn.pitch')}>
      <h2>{t('signIn.title')}</h2>
      <p className="dim" style={{ margin: '0 0 28px' }}>{t('signIn.why')}</p>
      {error && <Alert color="red" mb="lg" title={t('signIn.failed')} role="alert">{i18n.exists(`signIn.error.${error}`) ? t(`signIn.error.${error}`) : t('signIn.failedWhy', { error })}</Alert>}
      {me.error && !signedOut && <div style={{ marginBottom: 20 }}><Problem error={me.error} retry={() => void me.refetch()} /></div>}
      <Button component="a" href={signInAddress(returnTo)} size="lg" fullWidth leftSection={<IconBrandGithub size={21} />} autoFocus>
        {t('signIn.button')}
      </Button>
      {demo && <Alert mt="lg" icon={<IconInfoCircle size={18} />} title={t('signIn.demo')}>{t('signIn.demoText')}</Alert>}
      <div style={{ marginTop: 40 }}><LanguageSwitch /></div>
    </Door>
  );
}
