import { Button, SegmentedControl } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconBulb, IconClipboardList } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StaffNotes } from '../bank/StaffNotes';
import { Empty } from '../shell/Page';
import { useWhen } from '../shell/when';
import { Chat } from './Chat';
import { Editor } from './Editor';
import { Notes } from './Notes';
import { opened, type RoomProps } from './parts';
import { People } from './People';
import { QuestionBody } from './QuestionBody';
import type { Planned, RoomQuestion } from './wire';

type Item = { planned: Planned | null; asked: RoomQuestion | null };
type Tab = 'reference' | 'notes' | 'chat' | 'people';

/** The plan at the left, what happens in the middle, what only staff see at the right. */
export function InterviewerDesk(props: RoomProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { room, you } = opened(props);
  const { session, snapshot } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const live = room.status !== 'ENDED';
  const [chosen, setChosen] = useState(0);
  const [tab, setTab] = useState<Tab>(interviewer ? 'reference' : 'chat');
  const planned = room.planned ?? [];
  const items: Item[] = [
    ...planned.map((p) => ({ planned: p, asked: room.questions.find((q) => q.planned === p.index) ?? null })),
    ...room.questions.filter((q) => q.planned === undefined || !planned.some((p) => p.index === q.planned)).map((asked) => ({ planned: null, asked })),
  ];
  const latest = room.questions.at(-1)?.question;
  useEffect(() => {
    const at = items.findIndex((i) => i.asked?.question === latest);
    if (at >= 0) setChosen(at);
  }, [latest]);
  const item = items[Math.min(chosen, items.length - 1)];
  const content = item?.asked?.content ?? item?.planned?.content;
  const staff = item?.asked?.staff ?? item?.planned?.staff;
  const asked = item?.asked ?? null;
  const unanswered = session.connection.unanswered;
  const asking = item?.planned ? unanswered.some((c) => c.type === 'ask' && c.planned === item.planned!.index) : false;
  const canHint = interviewer && live && asked !== null && asked.hintsShown.length < asked.hintCount;
  const ask = () => item?.planned && !asked && live && interviewer && session.command({ type: 'ask', planned: item.planned.index });
  const hint = () => canHint && session.command({ type: 'show-hint', question: asked.question });
  const focusTab = (next: Tab) => { setTab(next); setTimeout(() => document.getElementById(next === 'notes' ? 'note' : 'chat')?.focus()); };
  useHotkeys([
    ['alt+A', () => void ask()],
    ['alt+H', () => void hint()],
    ['alt+N', () => focusTab('notes')],
    ['alt+C', () => focusTab('chat')],
    ['alt+ArrowDown', () => setChosen((c) => Math.min(c + 1, items.length - 1))],
    ['alt+ArrowUp', () => setChosen((c) => Math.max(c - 1, 0))],
  ], [], true);
  const last = asked?.answers.at(-1);
  const score = asked && snapshot.scores[asked.question];
  const document_ = asked && session.document(asked.document.id);
  return (
    <main id="main" className="desk">
      <nav className="pane" aria-label={t('new.plan')}>
        <h2>{t('new.plan')}</h2>
        {items.length === 0 && <p className="dim small">{t('interview.noPlanText')}</p>}
        {items.map((it, i) => {
          const c = (it.asked?.content ?? it.planned?.content)!;
          const s = it.asked && snapshot.scores[it.asked.question];
          return (
            <button key={i} className="plain planitem" aria-current={it === item} onClick={() => setChosen(i)}>
              <span className="no">{i + 1}</span>
              <span className="what" lang={c.language === 'zh' ? 'zh-CN' : 'en'}>{c.title}</span>
              <span className="state nums">
                {!it.asked ? when.minutes(c.minutes) : it.asked.answers.length > 0 ? (s?.status === 'SCORED' ? t('room.scored', { score: s.score }) : t('room.submitted')) : it.asked.document.text ? t('room.writing') : t('room.asked')}
              </span>
            </button>
          );
        })}
      </nav>
      <section className="pane col" aria-label={t('bank.question')}>
        {!content ? <Empty icon={<IconClipboardList size={42} stroke={1.2} />} title={t('interview.noPlan')}>{t('interview.noPlanText')}</Empty> : (
          <>
            <div style={{ padding: '20px 24px', overflowY: 'auto', flex: asked ? '0 1 auto' : 1, maxHeight: asked ? '46%' : undefined }} tabIndex={0}>
              <QuestionBody number={asked?.question ?? null} content={content} hints={asked?.hintsShown} />
            </div>
            {document_ && asked && (
              <>
                <div className="tiny dim" style={{ padding: '8px 24px', borderTop: '1px solid var(--line)', background: 'var(--surface)' }}>
                  {last ? t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) }) : t('room.liveText')}
                  {last && last.text !== asked.document.text && ` ${t('room.changedSince')}`}
                </div>
                <Editor key={document_.id} document={document_} editable={false} label={t('room.candidateText')} placeholder={t('room.nothingYet')} />
              </>
            )}
            {interviewer && (
              <div className="editorfoot">
                <span className="grow small dim nums">
                  {score ? (score.status === 'SCORED' ? t('room.scoredRange', { score: score.score, low: score.low, high: score.high }) : t('report.status.NOT_SCORED')) : asked ? t('room.hintsUsed', { used: asked.hintsShown.length, all: asked.hintCount }) : live && room.status === 'WAITING' ? t('room.waitingForCandidate') : ''}
                </span>
                {asked && live && <Button variant="default" leftSection={<IconBulb size={16} />} disabled={!canHint} onClick={() => void hint()}>{t('room.giveHint')}</Button>}
                {!asked && live && item?.planned && <Button loading={asking} onClick={() => void ask()}>{t('room.ask')}</Button>}
              </div>
            )}
          </>
        )}
      </section>
      <aside className="pane col" aria-label={t('room.side')}>
        <div style={{ padding: '12px 14px 0' }}>
          <SegmentedControl fullWidth size="xs" aria-label={t('room.side')} value={tab} onChange={(v) => setTab(v as Tab)}
            data={(['reference', 'notes', 'chat', 'people'] as const).filter((v) => interviewer || v !== 'reference').map((value) => ({ value, label: t(`room.tab.${value}`) }))} />
        </div>
        {tab === 'reference' && <div style={{ overflowY: 'auto', padding: 18, fontSize: '.92rem' }} tabIndex={0}>{staff ? <StaffNotes staff={staff} lang={content?.language} hints /> : <p className="dim">{t('staff.noReference')}</p>}</div>}
        {tab === 'notes' && <Notes {...props} question={asked?.question ?? null} />}
        {tab === 'chat' && <Chat {...props} />}
        {tab === 'people' && <People {...props} />}
      </aside>
    </main>
  );
}
