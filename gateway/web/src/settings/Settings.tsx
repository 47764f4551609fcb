import { Button, CopyButton, SegmentedControl, Select, TextInput, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconCopy, IconKey } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { post, remove } from '../api/http';
import { signOut, tokensQuery, useAction } from '../api/queries';
import type { NewToken } from '../api/types';
import { Chips } from '../shell/Chips';
import { LanguageSwitch } from '../shell/LanguageSwitch';
import { Empty, Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { useWhen } from '../shell/when';

const LONGEST_NAME = 60;

export default function Settings() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const leave = useMutation({ mutationFn: () => signOut({ everywhere: true }) });
  return (
    <Page title={t('nav.settings')} narrow>
      <section className="setting"><h2>{t('settings.language')}</h2><LanguageSwitch /></section>
      <section className="setting">
        <h2>{t('settings.theme')}</h2>
        <SegmentedControl aria-label={t('settings.theme')} value={colorScheme} onChange={(v) => setColorScheme(v as 'auto')} data={['auto', 'light', 'dark'].map((value) => ({ value, label: t(`settings.theme.${value}`) }))} />
      </section>
      <section className="setting">
        <div><h2>{t('settings.everywhere')}</h2><p className="dim small" style={{ margin: '4px 0 0' }}>{t('settings.everywhereText')}</p></div>
        <Button variant="default" style={{ flex: 'none' }} loading={leave.isPending} onClick={() => leave.mutate()}>{t('settings.everywhereYes')}</Button>
      </section>
      {leave.error && <div style={{ marginTop: 16 }}><Problem title={t('nav.stillSignedIn')} error={leave.error} retry={() => leave.mutate()} /></div>}
      <Tokens />
    </Page>
  );
}

function Tokens() {
  const { t } = useTranslation();
  const when = useWhen();
  const tokens = useQuery(tokensQuery);
  const [name, setName] = useState('');
  const [scope, setScope] = useState('read');
  const [touched, setTouched] = useState(false);
  const [days, setDays] = useState('30');
  const tooLong = name.trim().length > LONGEST_NAME;
  const badName = tooLong ? t('tokens.nameTooLong', { count: LONGEST_NAME }) : touched && !name.trim() ? t('tokens.nameNeeded') : null;
  const make = useAction((input: { name: string; scope: string; expiresInDays: number }, key) => post<NewToken>('/api/tokens', input, key), ['tokens']);
  const revoke = useAction((id: string, key) => remove(`/api/tokens/${id}`, key), ['tokens']);
  return (
    <section className="section">
      <h2>{t('tokens.title')}</h2>
      <p className="dim" style={{ marginTop: 0 }}>{t('tokens.lead')}</p>
      <form style={{ display: 'flex', gap: 12, alignItems: 'flex-start', flexWrap: 'wrap' }} onSubmit={(e) => { e.preventDefault(); setTouched(true); if (name.trim() && !tooLong) make.mutate({ name: name.trim(), scope, expiresInDays: Number(days) }, { onSuccess: () => { setName(''); setTouched(false); } }); }}>
        <TextInput className="grow" miw={180} label={t('tokens.name')} placeholder={t('tokens.nameHint')} value={name} onChange={(e) => setName(e.currentTarget.value)} error={badName} />
        <Select label={t('tokens.scope')} w={150} value={scope} onChange={(v) => v && setScope(v)} allowDeselect={false} data={['read', 'write'].map((value) => ({ value, label: t(`tokens.scope.${value}`) }))} />
        <Select label={t('invite.expires')} w={120} value={days} onChange={(v) => v && setDays(v)} allowDeselect={false} data={['7', '30', '90', '365'].map((value) => ({ value, label: t('tokens.days', { count: Number(value) }) }))} />
        <Button type="submit" className="besidefield" loading={make.isPending}>{t('tokens.make')}</Button>
      </form>
      {make.data && (
        <div className="card" style={{ marginTop: 18 }} role="status">
          <strong>{t('tokens.once')}</strong>
          <div className="sunken" style={{ display: 'flex', gap: 12, alignItems: 'center', marginTop: 10 }}>
            <code className="mono grow" style={{ overflowWrap: 'anywhere' }}>{make.data.token}</code>
            <CopyButton value={make.data.token}>{({ copied, copy }) => <Button size="xs" onClick={copy} leftSection={copied ? <IconCheck size={14} /> : <IconCopy size={14} />}>{copied ? t('copied') : t('copy')}</Button>}</CopyButton>
          </div>
        </div>
      )}
      {(make.error ?? revoke.error) && <div style={{ marginTop: 16 }}><Problem error={make.error ?? revoke.error} /></div>}
      {tokens.isPending && <Lines label={t('loading')} count={2} />}
      {tokens.error && <div style={{ marginTop: 16 }}><Problem error={tokens.error} retry={() => void tokens.refetch()} /></div>}
      {tokens.data?.length === 0 && <Empty icon={<IconKey size={36} stroke={1.2} />} title={t('tokens.none')} />}
      <ul className="list" style={{ marginTop: 20, borderTop: tokens.data?.length ? undefined : 0 }}>
        {tokens.data?.map((token) => (
          <li key={token.id} className="row">
            <div className="grow"><div className="title">{token.name}</div><Chips>{t(`tokens.scope.${token.scope}`)}{token.expired ? t('tokens.expired') : t('invite.until', { when: when.at(token.expiresAt) })}</Chips></div>
            <Button size="xs" variant="subtle" color="red" aria-label={`${t('revoke')}: ${token.name}`} loading={revoke.isPending && revoke.variables === token.id} onClick={() => revoke.mutate(token.id)}>{t('revoke')}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
