import { Button, Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { ApiProblem, post } from '../api/http';
import { invitationQuery, signInAddress, signOut, useAction, useMe, usePeople } from '../api/queries';
import { Chips } from '../shell/Chips';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Problem } from '../shell/Problem';
import { Door } from '../signin/Door';
import { useWhen } from '../shell/when';

/** The invitation: who asks, to what, and whether it still stands. */
export default function Join() {
  const { t } = useTranslation();
  const when = useWhen();
  const { token = '' } = useParams();
  const navigate = useNavigate();
  const me = useMe();
  const signedOut = me.error instanceof ApiProblem && me.error.status === 401;
  const found = useQuery({ ...invitationQuery(token), enabled: me.isSuccess });
  const accept = useAction((_: null, key) => post<{ interview: string }>(`/api/invitations/${encodeURIComponent(token)}/acceptance`, {}, key), ['interviews', 'invitation']);
  const go = () => accept.mutate(null, { onSuccess: ({ interview }) => navigate(`/rooms/${interview}`) });
  const leave = useMutation({ mutationFn: () => signOut({ returnTo: `/join/${token}` }) });
  const i = found.data;
  const person = usePeople(i ? [i.invitedBy] : []);
  useEffect(() => { document.title = `${t('join.title')} · Mockingbird`; }, [t]);
  return (
    <Door headline={i?.interview.title ?? t('join.title')} pitch={t('join.pitch')}>
      {me.isPending && <Skeleton height={160} />}
      {signedOut && (
        <>
          <h2>{t('join.title')}</h2>
          <p className="dim">{t('join.signInFirst')}</p>
          <Button component="a" href={signInAddress(`/join/${token}`)} size="lg" fullWidth mt="md">{t('signIn.button')}</Button>
        </>
      )}
      {me.error && !signedOut && <Problem error={me.error} retry={() => void me.refetch()} />}
      {found.isLoading && <div role="status" aria-label={t('loading')}><Skeleton height={28} mb={14} /><Skeleton height={14} width="70%" mb={28} /><Skeleton height={50} radius="xl" /></div>}
      {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
      {i && (
        <>
          <p className="dim" style={{ margin: '0 0 8px' }}>{t('join.from', { name: person(i.invitedBy).name })}</p>
          <h2>{t(`join.as.${i.capability}`)}</h2>
          <Chips>{i.interview.title}{when.minutes(i.interview.plannedMinutes)}{t(`language.${i.interview.language}`)}</Chips>
          {i.state === 'OPEN' && (
            <>
              <p className="small dim">{t('join.until', { when: when.at(i.expiresAt) })}</p>
              <Button size="lg" fullWidth mt="md" loading={accept.isPending} autoFocus onClick={go}>{t('join.accept')}</Button>
            </>
          )}
          {i.state === 'YOURS' && <Button component={Link} to={`/rooms/${i.interview.id}`} size="lg" fullWidth mt="md">{t('interview.enter')}</Button>}
          {!['OPEN', 'YOURS'].includes(i.state) && <div className="sunken" role="alert" style={{ marginTop: 20 }}><strong>{t(`join.state.${i.state}`)}</strong><p style={{ margin: '6px 0 0' }}>{t('join.askAgain', { name: person(i.invitedBy).name })}</p></div>}
          {i.state !== 'YOURS' && <p className="tiny dim" style={{ marginTop: 14 }}>{t('join.signedInAs', { name: me.data?.name, login: me.data?.login })}</p>}
          {i.state === 'FOR_SOMEONE_ELSE' && <Button variant="default" loading={leave.isPending} onClick={() => leave.mutate()}>{t('join.otherAccount')}</Button>}
          {!['OPEN', 'YOURS', 'FOR_SOMEONE_ELSE'].includes(i.state) && <Button component={Link} to="/" variant="default">{t('notFound.home')}</Button>}
          {(accept.error ?? leave.error) && <div style={{ marginTop: 16 }}><Problem error={accept.error ?? leave.error} retry={accept.error ? go : () => leave.mutate()} /></div>}
        </>
      )}
      <div style={{ marginTop: 40 }}><LanguageSwitch /></div>
    </Door>
  );
}
