import { SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconFileText, IconLayoutSidebarRight, IconListNumbers } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { StaffNotes } from '../bank/StaffNotes';
import { Chat } from './Chat';
import { Notes } from './Notes';
import { PaneTabs } from './PaneTabs';
import { opened, type RoomProps } from './parts';
import { People } from './People';
import { PlanPane, planItems } from './PlanPane';
import { QuestionPane } from './QuestionPane';
import { useNarrow } from './useNarrow';
import { useUnread } from './useUnread';

type Tab = 'reference' | 'notes' | 'chat' | 'people';
type Shown = 'plan' | 'question' | 'side';

/** The plan at the left, what happens in the middle, what only staff see at the right; an observer's seat has no levers. */
export function InterviewerDesk(props: RoomProps) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { session } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const live = room.status !== 'ENDED';
  const narrow = useNarrow();
  const [chosen, setChosen] = useState(0);
  const [tab, setTab] = useState<Tab>(interviewer ? 'reference' : 'chat');
  const [shown, setShown] = useState<Shown>('question');
  const items = planItems(room);
  const latest = room.questions.at(-1)?.question;
  useEffect(() => {
    const at = items.findIndex((i) => i.asked?.question === latest);
    if (at >= 0) setChosen(at);
  }, [latest]);
  const item = items[Math.min(chosen, items.length - 1)] ?? null;
  const asked = item?.asked ?? null;
  const staff = asked?.staff ?? item?.planned?.staff;
  const unread = useUnread(room.chat.length, tab === 'chat' && (!narrow || shown === 'side'));
  const canHint = interviewer && live && asked !== null && asked.hintsShown.length < asked.hintCount;
  const ask = () => item?.planned && !asked && live && interviewer && session.command({ type: 'ask', planned: item.planned.index });
  const hint = () => canHint && session.command({ type: 'show-hint', question: asked.question });
  const choose = (at: number) => { setChosen(Math.max(0, Math.min(at, items.length - 1))); setShown('question'); };
  const turnTo = (next: Tab, focus?: string) => {
    // At once, so that the very next key is typed there.
    flushSync(() => {
      setTab(next);
      setShown('side');
    });
    if (focus) document.getElementById(focus)?.focus();
  };
  const alt = { usePhysicalKeys: true, preventDefault: true };
  useHotkeys([
    ['alt+A', () => void ask(), alt],
    ['alt+H', () => void hint(), alt],
    ['alt+R', () => turnTo('reference'), alt],
    ['alt+N', () => turnTo('notes', 'note'), alt],
    ['alt+C', () => turnTo('chat', 'chat'), alt],
    ['alt+ArrowDown', () => choose(chosen + 1)],
    ['alt+ArrowUp', () => choose(chosen - 1)],
  ], [], true);
  const tabs = ['reference', 'notes', 'chat', 'people'] as const;
  return (
    <main id="main" className="desk" data-shown={shown}>
      <PlanPane {...props} items={items} chosen={item} choose={choose} />
      <QuestionPane {...props} item={item} ask={() => void ask()} hint={canHint ? () => void hint() : null} />
      <aside className="pane col" data-pane="side" aria-label={t('room.side')}>
        <div style={{ padding: '12px 14px 0' }}>
          <SegmentedControl fullWidth size="xs" aria-label={t('room.side')} value={tab} onChange={(v) => setTab(v as Tab)}
            data={tabs.map((value) => ({ value, label: <>{t(`room.tab.${value}`)}{value === 'chat' && unread > 0 && <span className="unread nums">{unread}<span className="unseen"> {t('room.news')}</span></span>}</> }))} />
        </div>
        {tab === 'reference' && <div style={{ overflowY: 'auto', padding: 18, fontSize: '.92rem' }} tabIndex={0}>{staff ? <StaffNotes staff={staff} lang={(asked?.content ?? item?.planned?.content)?.language} hints /> : <p className="dim">{item ? t('staff.noReference') : t('room.noReferenceYet')}</p>}</div>}
        {tab === 'notes' && <Notes {...props} question={asked?.question ?? null} />}
        {tab === 'chat' && <Chat {...props} />}
        {tab === 'people' && <People {...props} />}
      </aside>
      <PaneTabs shown={shown} show={(name) => setShown(name as Shown)} panes={[
        { name: 'plan', label: interviewer ? t('new.plan') : t('room.questions'), icon: <IconListNumbers size={20} stroke={1.7} /> },
        { name: 'question', label: t('bank.question'), icon: <IconFileText size={20} stroke={1.7} /> },
        { name: 'side', label: t('room.sideShort'), icon: <IconLayoutSidebarRight size={20} stroke={1.7} />, news: unread > 0 },
      ]} />
    </main>
  );
}
