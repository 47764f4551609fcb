import { Checkbox } from '@mantine/core';
import { IconSquare, IconSquareCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Keys } from '../shell/Keys';
import { opened, type RoomProps } from './parts';
import { keysOf, roomActions } from './roomActions';
import type { RoomQuestion } from './wire';

export const isCovered = (asked: RoomQuestion, keyPoint: number) => asked.covered?.includes(keyPoint) ?? false;

/** The key points that an answer should touch, ticked while the candidate speaks; an observer sees the ticks. */
export function Rubric(props: RoomProps & { asked: RoomQuestion }) {
  const { t } = useTranslation();
  const { asked, session } = props;
  const { room, you } = opened(props);
  const points = asked.staff?.keyPoints ?? [];
  if (points.length === 0) return null;
  const ticks = you.capabilities.includes('INTERVIEW') && room.status !== 'ENDED';
  const all = points.reduce((sum, point) => sum + point.weight, 0);
  const covered = points.reduce((sum, point, i) => sum + (isCovered(asked, i) ? point.weight : 0), 0);
  return (
    <section className="rubric" aria-label={t('rubric.title')}>
      <h2>{t('staff.keyPoints')} <span className="dim nums" role="status">{t('rubric.ticked', { count: points.filter((_, i) => isCovered(asked, i)).length, all: points.length, weight: Math.round((100 * covered) / all) })}</span></h2>
      <ul lang={asked.content.language === 'zh' ? 'zh-CN' : 'en'}>
        {points.map((point, i) => {
          const on = isCovered(asked, i);
          const said = <>{point.text}{point.weight > 1 && <span className="tiny dim nums"> ×{point.weight}</span>}</>;
          const Mark = on ? IconSquareCheckFilled : IconSquare;
          return (
            <li key={i} className={on ? 'ticked' : ''}>
              {ticks
                ? <Checkbox size="sm" color="teal" checked={on} label={said} onChange={() => session.command({ type: 'tick-key-point', question: asked.question, keyPoint: i, covered: !on })} />
                : <><Mark size={20} stroke={1.5} role="img" aria-label={t(on ? 'rubric.on' : 'rubric.off')} /><span className="grow">{said}</span></>}
              {ticks && i < roomActions.keyPoint.keys.length && <Keys of={keysOf('keyPoint', i)} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
