import { Button, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconCheck, IconFileText, IconHourglass, IconMessage2, IconPencil } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { StaffNotes } from '../bank/StaffNotes';
import { Empty } from '../shell/Page';
import { useWhen } from '../shell/when';
import { Chat } from './Chat';
import { AnswerEditor } from './editor/AnswerEditor';
import { isShutOut, opened, type RoomProps } from './parts';
import { PaneTabs } from './PaneTabs';
import { QuestionBody } from './QuestionBody';
import { useNarrow } from './useNarrow';
import { useUnread } from './useUnread';

type Shown = 'question' | 'answer' | 'chat';

export function CandidateDesk(props: RoomProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { room } = opened(props);
  const { session, snapshot } = props;
  const [chosen, setChosen] = useState<number | null>(null);
  const [confirming, setConfirming] = useState(false);
  const latest = room.questions.at(-1)?.question ?? null;
  // A newly asked question comes to the front.
  useEffect(() => setChosen(null), [latest]);
  const q = room.questions.find((x) => x.question === (chosen ?? latest));
  const closed = room.status === 'ENDED' || q?.released === true;
  const narrow = useNarrow();
  const [shown, setShown] = useState<Shown>('question');
  useEffect(() => setShown('question'), [latest]);
  const unread = useUnread(room.chat.length, !narrow || shown === 'chat');
  const turnTo = (pane: Shown, selector: string) => {
    // At once, so that the very next key is typed there.
    flushSync(() => setShown(pane));
    document.querySelector<HTMLElement>(selector)?.focus();
  };
  const alt = { usePhysicalKeys: true, preventDefault: true };
  useHotkeys([
    ['alt+C', () => turnTo('chat', '#chat'), alt],
    ['alt+E', () => turnTo('answer', '.cm-content'), alt],
    ['mod+Enter', () => q && !closed && setConfirming(true)],
  ], [], true);
  const panes = (
    <PaneTabs shown={shown} show={(name) => setShown(name as Shown)} panes={[
      { name: 'question', label: t('bank.question'), icon: <IconFileText size={20} stroke={1.7} /> },
      ...(q ? [{ name: 'answer', label: t('report.answer'), icon: <IconPencil size={20} stroke={1.7} /> }] : []),
      { name: 'chat', label: t('room.chat'), icon: <IconMessage2 size={20} stroke={1.7} />, news: unread > 0 },
    ]} />
  );
  if (!q) {
    return (
      <main id="main" className="desk candidate" data-shown={shown}>
        <div className="pane wide" data-pane="question"><Empty icon={<IconHourglass size={42} stroke={1.2} />} title={room.status === 'ENDED' ? t('lobby.over') : t('room.noQuestion')}>{room.status === 'ENDED' ? t('lobby.overText') : t('room.noQuestionText')}</Empty></div>
        <section className="pane col" data-pane="chat" aria-label={t('room.chat')}><Chat {...props} /></section>
        {panes}
      </main>
    );
  }
  const document_ = session.answer(q);
  const last = q.answers.at(-1);
  const score = snapshot.scores[q.question];
  const submitting = snapshot.submitting.includes(q.question) || session.connection.unanswered.some((c) => c.type === 'submit' && c.question === q.question);
  const same = last?.text === document_.text;
  return (
    <main id="main" className="desk candidate" data-shown={shown}>
      <section className="pane" data-pane="question" aria-label={t('bank.question')}>
        {room.questions.length > 1 && (
          <nav aria-label={t('room.questions')} style={{ display: 'flex', gap: 6, marginBottom: 18, flexWrap: 'wrap' }}>
            {room.questions.map((x) => (
              <Button key={x.question} size="compact-sm" variant={x === q ? 'light' : 'subtle'} color={x === q ? undefined : 'gray'} aria-current={x === q} onClick={() => setChosen(x.question)}
                rightSection={x.answers.length > 0 ? <IconCheck size={13} aria-label={t('room.submitted')} /> : undefined}>{x.question}</Button>
            ))}
          </nav>
        )}
        <QuestionBody number={q.question} content={q.content} hints={q.hintsShown} />
        {score && <p className="sunken nums">{score.status === 'SCORED' ? t('room.scored', { score: score.score }) : t('report.status.NOT_SCORED')}</p>}
        {!closed && <Button className="cramped" mt="lg" onClick={() => turnTo('answer', '.cm-content')}>{t('room.toAnswer')}</Button>}
        {q.staff && q.released && <div className="card" style={{ marginTop: 22 }}><p className="tiny dim" style={{ marginTop: 0 }}>{t('room.releasedNow')}</p><StaffNotes staff={q.staff} lang={q.content.language} /></div>}
      </section>
      <section className="pane col" data-pane="answer" aria-label={t('room.answer')}>
        <AnswerEditor session={session} snapshot={snapshot} question={q} editable={!closed && !isShutOut(snapshot.link)} autoFocus label={t('room.answer')} placeholder={t('room.answerHere')} onSubmit={() => setConfirming(true)} />
        <div className="editorfoot">
          <span className="grow small dim" role="status">
            {submitting ? t('room.submitting') : last ? `${t('room.submittedAt', { attempt: last.attempt, time: when.time(last.at) })} ${same ? '' : t('room.changedSince')}` : closed ? t('room.closed') : t('room.notSubmitted')}
          </span>
          {!closed && <Button onClick={() => setConfirming(true)} disabled={submitting} loading={submitting} rightSection={<kbd className="roomy onfilled" aria-hidden>Ctrl ↵</kbd>}>{last ? t('room.submitAgain') : t('room.submit')}</Button>}
        </div>
      </section>
      <section className="pane col" data-pane="chat" aria-label={t('room.chat')}><Chat {...props} /></section>
      {panes}
      <Modal opened={confirming && !closed} onClose={() => setConfirming(false)} title={t('room.submitTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
        <p className="dim" style={{ marginTop: 0 }}>{t('room.submitText')}</p>
        <div className="sunken mono small" style={{ whiteSpace: 'pre-wrap', maxHeight: '40dvh', overflow: 'auto', overflowWrap: 'anywhere' }} tabIndex={0}>{document_.text.trim() ? document_.text : <em className="dim">{t('room.submitBlank')}</em>}</div>
        {snapshot.link.link !== 'online' && <p className="small" style={{ color: 'var(--part)' }}>{t('room.submitOffline')}</p>}
        <div className="choices">
          <Button variant="default" onClick={() => setConfirming(false)}>{t('room.keepWriting')}</Button>
          <Button data-autofocus onClick={() => { session.submit(q.question); setConfirming(false); }}>{t('room.submitYes')}</Button>
        </div>
      </Modal>
    </main>
  );
}
