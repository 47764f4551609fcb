import { Button } from '@mantine/core';
import { IconCheck, IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../shell/Keys';
import { useWhen } from '../shell/when';
import { scoreOf } from './liveScore';
import { opened, type RoomProps } from './parts';
import { keysOf } from './roomActions';
import type { Planned, RoomQuestion, RoomView } from './wire';

export type PlanItem = { planned: Planned | null; asked: RoomQuestion | null };

/** The plan in its order, then what was asked beside it; an observer knows only what was asked. */
export function planItems(room: RoomView): PlanItem[] {
  const planned = room.planned ?? [];
  const beside = room.questions.filter((q) => q.planned === undefined || !planned.some((p) => p.index === q.planned));
  return [
    ...planned.map((p) => ({ planned: p, asked: room.questions.find((q) => q.planned === p.index) ?? null })),
    ...beside.map((asked) => ({ planned: null, asked })),
  ];
}

export function PlanPane(props: RoomProps & { items: PlanItem[]; chosen: PlanItem | null; choose: (at: number) => void; find: (() => void) | null }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { room, you } = opened(props);
  const { items, chosen, choose, find, snapshot } = props;
  const interviewer = you.capabilities.includes('INTERVIEW');
  const heading = interviewer ? t('new.plan') : t('room.questions');
  const state = ({ asked, planned }: PlanItem) => {
    if (!asked) return when.minutes(planned!.content.minutes);
    const score = scoreOf(snapshot.scores, asked);
    if (asked.answers.length > 0) return !score ? t('room.submitted') : score.status === 'SCORED' ? t('room.scored', { score: score.score }) : t('report.status.NOT_SCORED');
    if (room.status === 'ENDED') return t('report.status.NOT_ANSWERED');
    return asked.documents.some((it) => it.text) ? t('room.writing') : t('room.asked');
  };
  return (
    <nav className="pane" data-pane="plan" aria-label={heading}>
      <h2>{heading}</h2>
      {items.length === 0 && <p className="dim small">{!interviewer ? t('room.nothingAsked') : find ? t('room.noPlanText') : t('interview.noPlanText')}</p>}
      {items.map((it, i) => {
        const content = (it.asked?.content ?? it.planned?.content)!;
        const answered = (it.asked?.answers.length ?? 0) > 0;
        return (
          <button key={i} className="plain planitem" aria-current={it === chosen} onClick={() => choose(i)}>
            <span className={answered ? 'no done' : it.asked ? 'no open' : 'no'}>{answered ? <IconCheck size={13} stroke={2.6} aria-hidden /> : i + 1}</span>
            <span className="what" lang={content.language === 'zh' ? 'zh-CN' : 'en'}>{content.title}</span>
            <span className="state nums">{state(it)}</span>
          </button>
        );
      })}
      {find && <Button fullWidth mt="sm" size="sm" variant="default" leftSection={<IconSearch size={15} />} rightSection={<Keys of={keysOf('find')} />} onClick={find}>{t('find.short')}</Button>}
    </nav>
  );
}
