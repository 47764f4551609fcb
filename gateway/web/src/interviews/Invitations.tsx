import { Badge, Button, CopyButton, Select, TextInput } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/http';
import { useAction, usePeople } from '../api/queries';
import type { InvitationView } from '../api/types';
import { Chips } from '../shell/Chips';
import { isLogin } from '../shell/fields';
import { Problem } from '../shell/Problem';
import { useWhen } from '../shell/when';

type Invite = { capability: string; login: string | null; expiresInHours: number };

export function Invitations({ interview, invitations }: { interview: string; invitations: InvitationView[] }) {
  const { t } = useTranslation();
  const when = useWhen();
  const [capability, setCapability] = useState('ANSWER');
  const [login, setLogin] = useState('');
  const [hours, setHours] = useState('72');
  const make = useAction((invite: Invite, key) => post<InvitationView>(`/api/interviews/${interview}/invitations`, invite, key), ['interview']);
  const revoke = useAction((id: string, key) => remove(`/api/interviews/${interview}/invitations/${id}`, key), ['interview']);
  const wanted = login.trim().replace(/^@/, '');
  const badLogin = wanted && !isLogin(wanted) ? t('invite.badLogin') : null;
  const person = usePeople(invitations.flatMap((i) => (i.acceptedBy ? [i.acceptedBy] : [])));
  return (
    <section className="section">
      <h2>{t('invite.title')}</h2>
      <form className="card" style={{ display: 'flex', gap: 14, alignItems: 'flex-start', flexWrap: 'wrap' }}
        onSubmit={(e) => { e.preventDefault(); if (!badLogin) make.mutate({ capability, login: wanted || null, expiresInHours: Number(hours) }, { onSuccess: () => setLogin('') }); }}>
        <Select label={t('invite.role')} value={capability} onChange={(v) => v && setCapability(v)} allowDeselect={false} w={150} data={['ANSWER', 'INTERVIEW', 'OBSERVE'].map((value) => ({ value, label: t(`capability.${value}`) }))} />
        <TextInput className="grow" miw={190} label={t('invite.login')} placeholder={t('invite.loginHint')} value={login} onChange={(e) => setLogin(e.currentTarget.value)} error={badLogin} autoComplete="off" spellCheck={false} />
        <Select label={t('invite.expires')} value={hours} onChange={(v) => v && setHours(v)} allowDeselect={false} w={130} data={['4', '24', '72', '168', '720'].map((value) => ({ value, label: t(`invite.hours.${value}`) }))} />
        <Button type="submit" className="besidefield" loading={make.isPending}>{t('invite.make')}</Button>
      </form>
      {(make.error ?? revoke.error) && <div style={{ marginTop: 14 }}><Problem error={make.error ?? revoke.error} /></div>}
      {invitations.length === 0 && <p className="dim" style={{ padding: '14px 4px' }}>{t('invite.none')}</p>}
      <ul className="list" style={{ borderTop: 0, marginTop: 10 }}>
        {invitations.map((i) => (
          <li key={i.id} className="row invitation">
            <Badge w={92} color={i.state === 'OPEN' ? 'teal' : 'gray'}>{t(`capability.${i.capability}`)}</Badge>
            <div className="grow">
              <div className="mono small clip">{i.state === 'OPEN' ? i.link : i.acceptedBy ? person(i.acceptedBy).name : '—'}</div>
              <Chips>{t(`invite.state.${i.state}`)}{i.login ? `@${i.login}` : t('invite.anyone')}{i.state === 'OPEN' && t('invite.until', { when: when.at(i.expiresAt) })}</Chips>
            </div>
            {i.state === 'OPEN' && (
              <>
                <CopyButton value={i.link}>{({ copied, copy }) => <Button size="xs" variant="default" onClick={copy} leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}>{copied ? t('copied') : t('copy')}</Button>}</CopyButton>
                <Button size="xs" variant="subtle" color="red" aria-label={`${t('revoke')}: ${t(`capability.${i.capability}`)}${i.login ? ` @${i.login}` : ''}`} loading={revoke.isPending && revoke.variables === i.id} onClick={() => revoke.mutate(i.id)}>{t('revoke')}</Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
