import { ActionIcon, Button, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconListSearch, IconX } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { post } from '../api/http';
import { useAction } from '../api/queries';
import type { InterviewDetail } from '../api/types';
import { setTray, useTray, type Picked } from '../bank/tray';
import { Chips } from '../shell/Chips';
import { faultyField, isCallLink } from '../shell/fields';
import { Empty, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';

type Booking = { title: string; language: string; plannedMinutes: number; questions: string[]; callLink: string | null };

export default function NewInterview() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const tray = useTray();
  const planned = tray.reduce((sum, p) => sum + p.minutes, 0);
  const [title, setTitle] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [language, setLanguage] = useState<string>(tray[0]?.language ?? i18n.language);
  const [callLink, setCallLink] = useState('');
  const [touched, setTouched] = useState(false);
  const book = useAction((booking: Booking, key) => post<InterviewDetail>('/api/interviews', booking, key), ['interviews']);
  const length = minutes ?? Math.max(15, Math.ceil((planned * 1.2) / 5) * 5 || 45);
  const badTitle = touched && !title.trim() ? t('new.titleNeeded') : title.trim().length > 200 ? t('new.titleTooLong', { count: title.trim().length }) : null;
  const badLink = callLink && !isCallLink(callLink) && (touched || !'https://'.startsWith(callLink)) ? t('new.linkNeeded') : null;
  const faulty = faultyField(book.error);
  const form = useRef<HTMLFormElement>(null);

  const move = (from: number, to: number) => {
    const next: Picked[] = [...tray];
    next.splice(to, 0, ...next.splice(from, 1));
    setTray(next);
  };
  const submit = () => {
    setTouched(true);
    if (!title.trim() || title.trim().length > 200 || (callLink && !isCallLink(callLink))) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus());
      return;
    }
    book.mutate({ title: title.trim(), language, plannedMinutes: length, questions: tray.map((p) => p.id), callLink: callLink || null }, {
      onSuccess: (made) => { setTray([]); navigate(`/interviews/${made.id}`); },
    });
  };
  return (
    <Page title={t('home.new')} lead={t('new.lead')}>
      <form ref={form} className="split booking" onSubmit={(e) => { e.preventDefault(); submit(); }} noValidate>
        <section>
          <h2>{t('new.plan')} <span className="dim small nums">{tray.length > 0 && t('minutes', { count: planned })}</span></h2>
          {tray.length === 0 ? (
            <div className="card"><Empty icon={<IconListSearch size={40} stroke={1.2} />} title={t('new.noQuestions')} action={<Button component={Link} to="/bank" variant="default" mt="sm">{t('home.browse')}</Button>}>{t('new.noQuestionsText')}</Empty></div>
          ) : (
            <>
              <ol className="list">
                {tray.map((p, i) => (
                  <li key={p.id} className="row" style={{ gap: 8 }}>
                    <span className="dim nums" style={{ width: 24 }}>{i + 1}</span>
                    <div className="grow"><div className="title" lang={p.language === 'zh' ? 'zh-CN' : 'en'}>{p.title}</div><Chips>{p.topic}{t('minutes', { count: p.minutes })}</Chips></div>
                    <ActionIcon variant="subtle" color="gray" className="mover" disabled={i === 0} aria-label={t('new.up', { title: p.title })} onClick={() => move(i, i - 1)}><IconArrowUp size={17} /></ActionIcon>
                    <ActionIcon variant="subtle" color="gray" className="mover" disabled={i === tray.length - 1} aria-label={t('new.down', { title: p.title })} onClick={() => move(i, i + 1)}><IconArrowDown size={17} /></ActionIcon>
                    <ActionIcon variant="subtle" color="gray" aria-label={t('new.remove', { title: p.title })} onClick={() => setTray(tray.filter((x) => x.id !== p.id))}><IconX size={17} /></ActionIcon>
                  </li>
                ))}
              </ol>
              <p><Link to="/bank">{t('new.more')}</Link></p>
            </>
          )}
        </section>
        <section className="card" style={{ display: 'grid', gap: 20 }}>
          <TextInput label={t('new.title')} placeholder={t('new.titleHint')} value={title} onChange={(e) => setTitle(e.currentTarget.value)} error={badTitle ?? (faulty === 'title' && book.error?.message)} required withAsterisk={false} data-autofocus />
          <div>
            <div className="small" id="language" style={{ fontWeight: 500, marginBottom: 5 }}>{t('new.language')}</div>
            <SegmentedControl fullWidth aria-labelledby="language" value={language} onChange={setLanguage} data={[{ value: 'zh', label: t('language.zh') }, { value: 'en', label: t('language.en') }]} />
          </div>
          <NumberInput label={t('new.minutes')} value={length} onChange={(v) => setMinutes(Number(v) || null)} min={5} max={480} step={5} clampBehavior="strict" allowDecimal={false} allowNegative={false} />
          <TextInput label={t('new.callLink')} description={t('new.callLinkHint')} placeholder="https://" type="url" value={callLink} onChange={(e) => setCallLink(e.currentTarget.value.trim())} error={badLink ?? (faulty === 'callLink' && t('new.linkNeeded'))} />
          {book.error && faulty !== 'title' && faulty !== 'callLink' && <Problem error={book.error} />}
          <Button type="submit" size="md" loading={book.isPending || book.isSuccess}>{t('new.create')}</Button>
        </section>
      </form>
    </Page>
  );
}
