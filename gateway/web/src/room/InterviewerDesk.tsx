import { SegmentedControl } from '@mantine/core';
import { IconFileText, IconLayoutSidebarRight, IconListNumbers } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { StaffNotes } from '../bank/StaffNotes';
import { Chat } from './Chat';
import { Notes } from './Notes';
import { PaneTabs } from './PaneTabs';
import { isShutOut, keptName, opened, type RoomProps } from './parts';
import { People } from './People';
import { PlanPane, planItems } from './PlanPane';
import { QuestionPane } from './QuestionPane';
import { roomActions } from './roomActions';
import type { RoomDialog } from './RoomDialogs';
import { answerDoings, roomDoings } from './roomDoings';
import { isCovered, Rubric } from './Rubric';
import { StoredFollowUps } from './StoredFollowUps';
import { useKept } from './useKept';
import { useNarrow } from './useNarrow';
import { useFocusTime } from './useNow';
import { useRoomActions } from './useRoomActions';
import { useUnread } from './useUnread';

type Tab = 'reference' | 'notes' | 'chat' | 'people';
type Shown = 'plan' | 'question' | 'side';

/** The plan at the left, what happens in the middle, what only staff see at the right; an observer's seat has no levers. */
export function InterviewerDesk(props: RoomProps & { open: (dialog: RoomDialog) => void }) {
  const { t } = useTranslation();
  const { room, you } = opened(props);
  const { session, open, snapshot } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const live = room.status !== 'ENDED';
  const focus = useFocusTime(props) !== null;
  const narrow = useNarrow();
  const [picked, setPicked] = useKept<number | null>(keptName(props, 'chosen'), null);
  const [tab, setTab] = useKept<Tab>(keptName(props, 'tab'), interviewer ? 'reference' : 'chat');
  const [shown, setShown] = useKept<Shown>(keptName(props, 'pane'), 'question');
  const [asksMore, setAsksMore] = useKept(keptName(props, 'follow-up'), false);
  const items = planItems(room);
  const latest = room.questions.at(-1)?.question;
  const seen = useRef(latest);
  useEffect(() => {
    // A newly asked question comes to the front; a reload keeps the one that was looked at.
    if (seen.current !== latest) setPicked(null);
    seen.current = latest;
  }, [latest]);
  const chosen = Math.min(picked ?? Math.max(0, items.findIndex((i) => latest !== undefined && i.asked?.question === latest)), Math.max(0, items.length - 1));
  const item = items[chosen] ?? null;
  const asked = item?.asked ?? null;
  const editable = interviewer && live && !focus && asked !== null && !asked.released && !isShutOut(snapshot.link);
  const staff = asked?.staff ?? item?.planned?.staff;
  const unread = useUnread(room.chat.length, tab === 'chat' && (!narrow || shown === 'side'));
  const choose = (at: number) => { setPicked(Math.max(0, Math.min(at, items.length - 1))); setShown('question'); };
  const turnTo = (next: Tab, field?: string) => {
    // At once, so that the very next key is typed there.
    flushSync(() => {
      setTab(next);
      setShown('side');
    });
    if (field) document.getElementById(field)?.focus();
  };
  const turnToQuestion = (selector: string, before = () => {}) => {
    flushSync(() => {
      setShown('question');
      before();
    });
    document.querySelector<HTMLElement>(selector)?.focus();
  };
  const resting = focus ? t('focus.why') : null;
  const unasked = asked ? null : t('action.needsAsked');
  const doings = {
    ...roomDoings(props, open, t),
    ask: {
      run: () => item?.planned && session.command({ type: 'ask', planned: item.planned.index }),
      absent: !live,
      whyNot: resting ?? (!item ? t('interview.noPlan') : asked ? t('refused.ALREADY_ASKED') : null),
    },
    hint: {
      run: () => asked && session.command({ type: 'show-hint', question: asked.question }),
      absent: !live,
      whyNot: resting ?? unasked ?? (asked!.hintsShown.length < asked!.hintCount ? null : t('refused.NO_MORE_HINTS')),
    },
    followUp: { run: () => turnToQuestion('#follow-up', () => setAsksMore(true)), absent: !live, whyNot: resting ?? unasked },
    keyPoint: (asked?.staff?.keyPoints ?? []).slice(0, roomActions.keyPoint.keys.length).map((point, i) => ({
      run: () => session.command({ type: 'tick-key-point', question: asked!.question, keyPoint: i, covered: !isCovered(asked!, i) }),
      absent: !live,
      label: t(isCovered(asked!, i) ? 'rubric.untick' : 'rubric.tick', { point: point.text }),
    })),
    ...answerDoings(asked, editable, session, t, turnToQuestion),
    next: { run: () => choose(chosen + 1) },
    previous: { run: () => choose(chosen - 1) },
    chat: { run: () => turnTo('chat', 'chat'), ...(!(live && interviewer) && { label: t('room.chat') }) },
    note: { run: () => turnTo('notes', 'note'), ...(!live && { label: t('room.tab.notes') }) },
    reference: { run: () => turnTo('reference') },
    people: { run: () => turnTo('people') },
  };
  const whisper = useRoomActions(interviewer ? 'interviewer' : 'observer', doings);
  const tabs = ['reference', 'notes', 'chat', 'people'] as const;
  return (
    <main id="main" className="desk" data-shown={shown}>
      <PlanPane {...props} items={items} chosen={item} choose={choose} find={interviewer && live ? doings.find.run : null} />
      <QuestionPane {...props} item={item} doings={doings} asksMore={asksMore} stopAsking={() => setAsksMore(false)} editable={editable} />
      <aside className="pane col" data-pane="side" aria-label={t('room.side')}>
        <div style={{ padding: '12px 14px 0' }}>
          <SegmentedControl fullWidth size="xs" aria-label={t('room.side')} value={tab} onChange={(v) => setTab(v as Tab)}
            data={tabs.map((value) => ({ value, label: <>{t(`room.tab.${value}`)}{value === 'chat' && unread > 0 && <span className="unread nums">{unread}<span className="unseen"> {t('room.news')}</span></span>}</> }))} />
        </div>
        {tab === 'reference' && (
          <div style={{ overflowY: 'auto', padding: 18, fontSize: '.92rem' }} tabIndex={0}>
            {asked && <Rubric {...props} asked={asked} />}
            {asked && <StoredFollowUps {...props} asked={asked} whyNot={resting} />}
            {staff ? <StaffNotes staff={asked ? { ...staff, keyPoints: [], followUps: [] } : staff} lang={(asked?.content ?? item?.planned?.content)?.language} hints /> : <p className="dim">{item ? t('staff.noReference') : t('room.noReferenceYet')}</p>}
          </div>
        )}
        {tab === 'notes' && <Notes {...props} question={asked?.question ?? null} />}
        {tab === 'chat' && <Chat {...props} />}
        {tab === 'people' && <People {...props} />}
      </aside>
      <PaneTabs shown={shown} show={(name) => setShown(name as Shown)} panes={[
        { name: 'plan', label: interviewer ? t('new.plan') : t('room.questions'), icon: <IconListNumbers size={20} stroke={1.7} /> },
        { name: 'question', label: t('bank.question'), icon: <IconFileText size={20} stroke={1.7} /> },
        { name: 'side', label: t('room.sideShort'), icon: <IconLayoutSidebarRight size={20} stroke={1.7} />, news: unread > 0 },
      ]} />
      {whisper}
    </main>
  );
}
