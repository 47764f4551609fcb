import { Button, SegmentedControl } from '@mantine/core';
import { IconCheck, IconFileText, IconHourglass, IconLayoutSidebarRight, IconPencil } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePeople } from '../api/queries';
import type { Person } from '../api/types';
import type { Face } from '../room/editor/cursors';
import { languageName } from '../room/editor/languages';
import { PaneTabs } from '../room/PaneTabs';
import { QuestionBody } from '../room/QuestionBody';
import { Runs } from '../room/run/Runs';
import type { Run } from '../room/run/useRun';
import type { ChatLine, CodeLanguage, Note, RoomQuestion, RoomView } from '../room/wire';
import { Empty } from '../shell/Page';
import { clock, useWhen } from '../shell/when';
import type { Player } from './player';
import { RecordedText } from './RecordedText';
import { questionAt } from './trace';
import { usePlayback, useSecond } from './usePlayback';

export type Quoted = { document: string; quote: string; written: boolean; submittedAt: number; standsAt: number };
type Props = {
  player: Player;
  room: RoomView;
  staff: boolean;
  /** Everybody who has anything to do with it, the members first. */
  people: string[];
  person: (id: string) => Person;
  quoted: Quoted | null;
  /** The moment of the quoted words is being looked for. */
  looking: boolean;
  /** A question that somebody turned to; null: the one that is being worked on. */
  pinned: number | null;
  pin: (question: number | null) => void;
  moments: ReactNode;
};
const COLOURS = 6;

type Tab = 'moments' | 'chat' | 'notes';

/** The room as it was: nothing here is held from one moment to the next. */
export function Stage({ player, room, staff, people, person, quoted, looking, pinned, pin, moments }: Props) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('moments');
  const [shown, setShown] = useState<'question' | 'answer' | 'side'>('answer');
  const names = people.map((id) => person(id).name).join('\n');
  const faces = useMemo(() => new Map(people.map((id, i) => [id, { name: person(id).name, colour: i % COLOURS }])), [people, names]);
  const followed = usePlayback(player, ({ spot }) => (spot ? questionAt(spot) : null));
  const latest = room.questions.at(-1)?.question;
  const q = room.questions.find((it) => it.question === (pinned ?? followed ?? latest)) ?? room.questions.at(-1);
  const main = useRef<HTMLElement>(null);
  useEffect(() => {
    if (window.document.activeElement === window.document.body) main.current?.focus({ preventScroll: true });
  }, []);
  return (
    <main id="main" ref={main} className="desk replay" data-shown={q || shown === 'side' ? shown : 'question'} tabIndex={-1}>
      {!q && (
        <section className="pane wide" data-pane="question" aria-label={t('bank.question')}>
          <Empty icon={<IconHourglass size={42} stroke={1.2} />} title={t('replay.notYet')}>{t('replay.keysHint')}</Empty>
        </section>
      )}
      {q && (
        <section className="pane" data-pane="question" aria-label={t('bank.question')} tabIndex={0} data-scrolls>
          {room.questions.length > 1 && (
            <nav className="asked" aria-label={t('room.questions')}>
              {room.questions.map((it) => (
                <Button key={it.question} size="compact-sm" variant={it === q ? 'light' : 'subtle'} color={it === q ? undefined : 'gray'} aria-current={it === q} onClick={() => pin(it.question)}
                  rightSection={it.answers.length > 0 ? <IconCheck size={13} aria-label={t('room.submitted')} /> : undefined}>{it.question}</Button>
              ))}
              {pinned !== null && pinned !== (followed ?? latest) && <Button size="compact-sm" variant="subtle" onClick={() => pin(null)}>{t('replay.follow')}</Button>}
            </nav>
          )}
          <QuestionBody content={q.content} asked={q} />
        </section>
      )}
      {q && (
        <section className="pane col" data-pane="answer" aria-label={t('report.answer')}>
          <Answer player={player} q={q} faces={faces} person={person} quoted={quoted} looking={looking} />
        </section>
      )}
      <aside className="pane col" data-pane="side" aria-label={t('room.side')}>
        <div style={{ padding: '12px 14px 8px' }}>
          <SegmentedControl fullWidth size="xs" aria-label={t('room.side')} value={tab} onChange={(value) => setTab(value as Tab)}
            data={[{ value: 'moments', label: t('replay.moments') }, { value: 'chat', label: withCount(t('room.chat'), room.chat.length) }, ...(staff ? [{ value: 'notes', label: withCount(t('room.tab.notes'), room.notes.length) }] : [])]} />
        </div>
        {tab === 'moments' && moments}
        {tab === 'chat' && <Lines lines={room.chat} label={t('room.chat')} none={t('room.noChatYet')} />}
        {tab === 'notes' && <Lines lines={room.notes} label={t('room.tab.notes')} none={t('replay.noNotesYet')} />}
      </aside>
      <PaneTabs shown={shown} show={(name) => setShown(name as typeof shown)} panes={[
        { name: 'question', label: t('bank.question'), icon: <IconFileText size={20} stroke={1.7} /> },
        { name: 'answer', label: t('report.answer'), icon: <IconPencil size={20} stroke={1.7} /> },
        { name: 'side', label: t('replay.moments'), icon: <IconLayoutSidebarRight size={20} stroke={1.7} /> },
      ]} />
    </main>
  );
}

const withCount = (label: string, count: number) => <>{label}{count > 0 && <span className="count nums">{count}</span>}</>;

/** What ran is history here, and nothing new is run. */
const PAST: Run = { shown: { is: 'idle' }, sharing: false, start: null, stop: null };

function Answer({ player, q, faces, person, quoted, looking }: { player: Player; q: RoomQuestion; faces: ReadonlyMap<string, Face>; person: (id: string) => Person; quoted: Quoted | null; looking: boolean }) {
  const { t } = useTranslation();
  const name = (language: CodeLanguage) => languageName(t, language);
  const [wanted, setWanted] = useState<CodeLanguage | null>(null);
  useEffect(() => setWanted(null), [q.question, q.language]);
  const own = quoted && q.documents.find((d) => d.id === quoted.document);
  useEffect(() => { if (own) setWanted(own.language); }, [quoted]);
  const document = q.documents.find((d) => d.language === wanted) ?? q.documents.find((d) => d.language === q.language) ?? q.documents[0]!;
  const empty = usePlayback(player, ({ moment }) => (moment?.texts[document.id]?.text.length ?? 0) === 0);
  return (
    <>
      <div className="answerhead">
        <div className="languages" role="group" aria-label={t('replay.languages')}>
          {q.documents.map((d) => <button key={d.id} type="button" className="plain" aria-pressed={d === document} onClick={() => setWanted(d.language)}>{name(d.language)}{d.language === q.language && q.documents.length > 1 && <span className="dot" aria-label={t('replay.chosen')} role="img" />}</button>)}
        </div>
        <QuestionClock player={player} q={q} />
      </div>
      {looking && <div className="quotedline small" role="status"><span className="breathe">{t('replay.looking')}</span></div>}
      {quoted && quoted.document === document.id && <QuotedLine player={player} quoted={quoted} />}
      <div className="written" data-empty={empty}>
        <RecordedText player={player} document={document.id} faces={faces} quote={quoted?.document === document.id ? quoted.quote : null} label={t('replay.text', { language: name(document.language) })} />
        {empty && <p className="nothing dim" aria-hidden>{t('room.nothingYet')}</p>}
      </div>
      <Runs run={PAST} question={q} person={(id) => person(id).name} />
      <Answered q={q} />
    </>
  );
}

function QuotedLine({ player, quoted }: { player: Player; quoted: Quoted }) {
  const { t } = useTranslation();
  return (
    <div className="quotedline small">
      <span className="grow">{t(quoted.written ? 'replay.wordsStood' : 'replay.wordsSubmitted')}</span>
      {quoted.written && <Button size="compact-xs" variant="subtle" onClick={() => void player.seek(quoted.standsAt)}>{t('replay.whenWritten')}</Button>}
      <Button size="compact-xs" variant="subtle" onClick={() => void player.seek(quoted.submittedAt)}>{t('replay.whenSubmitted')}</Button>
    </div>
  );
}

/** The question's time as it stood: used so far, and of how much. */
function QuestionClock({ player, q }: { player: Player; q: RoomQuestion }) {
  const { t } = useTranslation();
  const second = useSecond(player);
  const stopped = q.answers[0]?.at;
  const used = ((stopped ? Math.min(second, Date.parse(stopped)) : second) - Date.parse(q.askedAt)) / 1000;
  const over = q.deadline !== undefined && !stopped && second > Date.parse(q.deadline);
  return <span className="mono nums" role="timer" aria-label={t('replay.questionTime')} style={over ? { color: 'var(--part)' } : undefined}>{clock(used)}{q.minutes > 0 && <span className="dim"> / {clock(q.minutes * 60)}</span>}</span>;
}

function Answered({ q }: { q: RoomQuestion }) {
  const { t } = useTranslation();
  const when = useWhen();
  const last = q.answers.at(-1);
  return <div className="editorfoot small dim nums">{last ? t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) }) : t('replay.draft')}</div>;
}

function Lines({ lines, label, none }: { lines: (ChatLine | Note)[]; label: string; none: string }) {
  const { t } = useTranslation();
  const when = useWhen();
  const person = usePeople(useMemo(() => lines.map((line) => line.person), [lines]));
  const log = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (log.current) log.current.scrollTop = log.current.scrollHeight;
  }, [lines.length]);
  return (
    <div className="chat" ref={log} aria-label={label} role="region" tabIndex={0} data-scrolls>
      {lines.length === 0 && <p className="dim small" style={{ margin: 'auto', textAlign: 'center' }}>{none}</p>}
      {lines.map((line, i) => (
        <div key={i} className="bubble"><div className="who nums">{'question' in line && line.question ? `${t('report.question', { n: line.question })} · ` : ''}{person(line.person).name} · {when.time(line.at)}</div><div className="said">{line.text}</div></div>
      ))}
    </div>
  );
}
