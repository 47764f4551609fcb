import { Button, Pagination, TextInput } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconCheck, IconPlus, IconSearch, IconZoomQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { isStaff, questionsQuery, useMe, type Filters } from '../api/queries';
import { Empty, Lines, Page } from '../shell/Page';
import { Problem } from '../shell/Problem';
import { BankActions, EmptyBank, WorkListStart } from './BankActions';
import { ChosenFilters, Facets } from './Facets';
import { Highlight } from './Highlight';
import { QuestionChips } from './QuestionChips';
import { togglePicked, useTray } from './tray';
import './bank.css';

const MOST_LOOKS = 15;

export default function Bank() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const staff = isStaff(me.data);
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const [q] = useDebouncedValue(text.trim(), 140);
  const read = (name: string) => params.get(name) ?? '';
  const filters: Filters = { q, topic: read('topic'), language: read('language'), difficulty: read('difficulty'), hasReference: read('hasReference'), missing: read('missing'), source: read('source'), page: Number(read('page')) || 0 };
  const found = useQuery({
    ...questionsQuery(filters),
    // Whoever comes from an import or from writing may be here before the index is.
    refetchInterval: ({ state }) => ((filters.source || filters.missing) && state.data?.total === 0 && state.dataUpdateCount < MOST_LOOKS ? 1000 : false),
  });
  const tray = useTray();
  // Nothing narrows the list: the bank itself is empty.
  const nothing = Object.values(filters).every((value) => value === '' || value === 0);
  const [at, setAt] = useState(-1);
  const box = useRef<HTMLInputElement>(null);
  const items = found.data?.items ?? [];

  const set = (name: string, value: string) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value) next.set(name, value);
      else next.delete(name);
      if (name !== 'page') next.delete('page');
      return next;
    }, { replace: true });
  useEffect(() => { if (q !== read('q')) set('q', q); setAt(-1); }, [q]);
  useHotkeys([
    ['/', () => box.current?.focus()],
    ['ArrowDown', () => move(1)],
    ['ArrowUp', () => move(-1)],
    ['Enter', () => open()],
    ['p', () => pick()],
  ], ['INPUT', 'TEXTAREA', 'SELECT', 'BUTTON', 'A']);
  const move = (by: number) => {
    const next = Math.max(-1, Math.min(items.length - 1, at + by));
    setAt(next);
    document.getElementById(`result-${next}`)?.scrollIntoView({ block: 'nearest' });
  };
  const open = () => { const item = items[at]; if (item) navigate(`/bank/${item.id}`); };
  const pick = () => { const item = items[at]; if (item && staff) togglePicked(item); };
  const keys = (e: KeyboardEvent) => {
    if (e.nativeEvent.isComposing) return;
    if (e.key === 'ArrowDown') move(1);
    else if (e.key === 'ArrowUp') move(-1);
    else if (e.key === 'Enter' && e.shiftKey) pick();
    else if (e.key === 'Enter') open();
    else if (e.key === 'Escape' && text) setText('');
    else if (e.key === 'Escape') box.current?.blur();
    else return;
    e.preventDefault();
  };

  return (
    <Page title={t('nav.bank')} lead={t('bank.lead')} actions={<BankActions />}>
      <TextInput ref={box} size="lg" radius="lg" value={text} onChange={(e) => setText(e.currentTarget.value)} onKeyDown={keys} type="search" mb={36}
        placeholder={t('bank.placeholder')} aria-label={t('bank.search')} maxLength={400} leftSection={<IconSearch size={20} />} rightSection={<kbd className="wideonly" aria-hidden>/</kbd>}
        role="combobox" aria-expanded={items.length > 0} aria-controls="results" aria-activedescendant={at >= 0 ? `result-${at}` : undefined} />
      <div className={found.isPlaceholderData ? 'busyline on' : 'busyline'} />
      <div className="bank">
        <Facets page={found.data} chosen={filters} set={set} />
        <section aria-label={t('bank.results')} aria-busy={found.isFetching}>
          {found.isPending && <Lines label={t('loading')} count={6} />}
          {found.error && <Problem error={found.error} retry={() => void found.refetch()} />}
          <div className="chosen"><span className="tiny dim nums" role="status">{found.data && t('bank.total', { count: found.data.total })}</span><ChosenFilters chosen={filters} set={set} /><WorkListStart filters={filters} first={items[0]} /></div>
          {found.data && items.length === 0 && nothing && <EmptyBank />}
          {found.data && items.length === 0 && !nothing && (
            <Empty icon={<IconZoomQuestion size={44} stroke={1.2} />} title={t('bank.none')} action={<Button variant="default" mt="sm" onClick={() => { setText(''); setParams({}, { replace: true }); }}>{t('bank.clear')}</Button>}>
              {t('bank.noneText')}
            </Empty>
          )}
          <ul className="list" id="results" style={{ borderTop: 0 }}>
            {items.map((item, i) => {
              const inTray = tray.some((p) => p.id === item.id);
              return (
                <li key={item.id}>
                  <div id={`result-${i}`} className={i === at ? 'result active' : 'result'}>
                    <Link className="title" to={`/bank/${item.id}`} lang={item.language === 'zh' ? 'zh-CN' : 'en'}><Highlight text={item.highlight?.title || item.title} /></Link>
                    {staff && (
                      <Button size="xs" variant={inTray ? 'light' : 'default'} leftSection={inTray ? <IconCheck size={14} /> : <IconPlus size={14} />} aria-pressed={inTray}
                        aria-label={`${inTray ? t('bank.picked') : t('bank.pick')}: ${item.title}`} onClick={() => togglePicked(item)}>
                        {inTray ? t('bank.picked') : t('bank.pick')}
                      </Button>
                    )}
                    {item.highlight?.body && <p className="snippet"><Highlight text={item.highlight.body} /></p>}
                    <div style={{ gridColumn: 1 }}><QuestionChips q={item} /></div>
                  </div>
                </li>
              );
            })}
          </ul>
          {found.data && found.data.total > 20 && (
            <Pagination mt="xl" total={Math.ceil(found.data.total / 20)} value={filters.page + 1} onChange={(page) => { set('page', String(page - 1)); scrollTo({ top: 0 }); }}
              getControlProps={(c) => ({ 'aria-label': t(`pages.${c}`) })} />
          )}
          {tray.length > 0 && staff && (
            <div className="tray">
              <span className="grow"><strong className="nums">{t('bank.tray', { count: tray.length })}</strong> <span className="dim small nums wideonly">{t('minutes', { count: tray.reduce((sum, p) => sum + p.minutes, 0) })}</span></span>
              <Button component={Link} to="/interviews/new">{t('bank.make')}</Button>
            </div>
          )}
        </section>
      </div>
    </Page>
  );
}
