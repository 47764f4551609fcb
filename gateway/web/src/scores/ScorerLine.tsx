import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Scorer } from '../api/types';
import { Chips } from '../shell/Chips';
import './scores.css';

/** With what a score was computed. */
export function ScorerLine({ scorer, question }: { scorer: Scorer; question?: number }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t('score.byTip')} events={{ hover: true, focus: true, touch: true }}>
      <div className="scorerline" tabIndex={0}>
        <Chips>
          {t('score.by', { name: scorer.name, version: scorer.version })}
          {scorer.calibration ? t('score.calibration', { name: scorer.calibration }) : ''}
          {question ? t('score.question', { version: question }) : ''}
        </Chips>
      </div>
    </Tooltip>
  );
}
