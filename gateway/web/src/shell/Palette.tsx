import { Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { interviewsQuery, isOrganiser, isStaff, noFilters, questionsQuery, useMe } from '../api/queries';
import { speak } from '../i18n';
import { Keys } from './Keys';
import { useOffers } from './offers';
import { useHold } from './useHold';

type Item = { id: string; label: string; hint: string; run: () => void; keys?: string; whyNot?: string };

/** What the view at hand can do, then every place and action by name; questions by what they ask. */
export function Palette({ close, help, signOut }: { close: () => void; help: () => void; signOut: () => void }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const me = useMe();
  const { hold, giveBack } = useHold();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), 120);
  const [at, setAt] = useState(0);
  const interviews = useQuery(interviewsQuery);
  const questions = useQuery({ ...questionsQuery({ ...noFilters, q }), enabled: q.length > 1 });

  const place = (to: string, label: string): Item => ({ id: to, label, hint: t('palette.go'), run: () => navigate(to) });
  const offers = useOffers();
  const all: Item[] = [
    // What cannot be done now says why, below what can.
    ...[...offers].sort((a, b) => Number(Boolean(a.whyNot)) - Number(Boolean(b.whyNot))).map((offer) => ({ ...offer, hint: offer.whyNot ?? '' })),
    place('/', t('nav.home')),
    place('/bank', t('nav.bank')),
    place('/interviews', t('nav.interviews')),
    ...(isStaff(me.data) ? [place('/interviews/new', t('home.new')), place('/bank/new', isOrganiser(me.data) ? t('write.new') : t('write.suggestNew')), place('/bank/drafts', t('drafts.title')), place('/bank?missing=either', t('work.title'))] : []),
    ...(isOrganiser(me.data) ? [place('/bank/import', t('import.title')), place('/bank/imports', t('imports.title'))] : []),
    place('/settings', t('nav.settings')),
    { id: 'lang', label: i18n.language === 'zh' ? 'English' : '中文', hint: t('settings.language'), run: () => void speak(i18n.language === 'zh' ? 'en' : 'zh') },
    { id: 'help', label: t('shortcuts.title'), hint: '?', run: help },
    { id: 'out', label: t('nav.signOut'), hint: '', run: signOut },
  ];
  const looking = q !== text.trim() || questions.isFetching;
  const wanted = text.trim().toLowerCase();
  const items: Item[] = [
    ...all.filter((item) => item.label.toLowerCase().includes(wanted)),
    ...(interviews.data?.items ?? [])
      .filter((i) => wanted && i.title.toLowerCase().includes(wanted))
      .slice(0, 5)
      .map((i) => ({ id: i.id, label: i.title, hint: t('nav.interviews'), run: () => navigate(`/interviews/${i.id}`) })),
    ...(q.length > 1 ? (questions.data?.items ?? []) : [])
      .slice(0, 6)
      .map((item) => ({ id: item.id, label: item.title, hint: item.topic, run: () => navigate(`/bank/${item.id}`) })),
  ];
  const chosen = Math.min(at, items.length - 1);
  // Newer browsers answer a promise, which an effect must not return.
  useEffect(() => { void document.getElementById(`palette-${chosen}`)?.scrollIntoView({ block: 'nearest' }); }, [chosen]);
  const leave = () => {
    close();
    giveBack();
  };
  const run = (item: Item | undefined) => {
    if (!item || item.whyNot) return;
    leave();
    item.run();
  };
  return (
    <Modal.Root opened onClose={leave} padding={8} size="lg" yOffset="14vh" centered={false}>
      <Modal.Overlay backgroundOpacity={0.35} />
      <Modal.Content aria-label={t('palette.open')} radius="lg"><Modal.Body><div ref={hold} className="palette">
      <TextInput
        data-autofocus
        variant="unstyled"
        size="md"
        px={12}
        leftSection={<IconSearch size={18} stroke={1.8} />}
        placeholder={offers.length > 0 ? t('palette.do') : t('palette.placeholder')}
        aria-label={offers.length > 0 ? t('palette.do') : t('palette.placeholder')}
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={items[chosen] && `palette-${chosen}`}
        value={text}
        onChange={(e) => { setText(e.currentTarget.value); setAt(0); }}
        onKeyDown={(e) => {
          if (e.key === 'ArrowDown') setAt(Math.min(chosen + 1, items.length - 1));
          else if (e.key === 'ArrowUp') setAt(Math.max(chosen - 1, 0));
          else if (e.key === 'Enter' && !e.nativeEvent.isComposing) run(items[chosen]);
          else return;
          e.preventDefault();
        }}
      />
      <div id="palette" role="listbox" aria-label={t('palette.open')}>
        {items.map((item, i) => (
          <div key={item.id} id={`palette-${i}`} role="option" aria-selected={i === chosen} aria-disabled={Boolean(item.whyNot)} className={i === chosen ? 'row active' : 'row'} onMouseMove={() => setAt(i)} onClick={() => run(item)}>
            <span className={item.whyNot ? 'grow clip dim' : 'grow clip'}>{item.label}</span>
            <span className="tiny dim clip">{item.hint}</span>
            {item.keys && <Keys of={item.keys} />}
          </div>
        ))}
      </div>
      {items.length === 0 && <p className="dim small" role="status" style={{ padding: '4px 20px', margin: '6px 0 14px' }}>{looking ? t('palette.looking') : t('palette.none')}</p>}
      <div className="foot wideonly" aria-hidden><span><kbd>↑</kbd> <kbd>↓</kbd> {t('palette.move')}</span><span><kbd>Enter</kbd> {t('palette.choose')}</span><span><kbd>Esc</kbd> {t('close')}</span></div>
      </div></Modal.Body></Modal.Content>
    </Modal.Root>
  );
}
