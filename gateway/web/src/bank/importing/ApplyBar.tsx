import { Button } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api/http';
import { useAction } from '../../api/queries';
import { Problem } from '../../shell/Problem';
import { stillMissing, unconfirmed } from './choices';
import type { KeptImport } from './keptImport';
import { apply } from './send';
import type { Asked } from './usePreview';
import { toWrite, type Listed } from './view';
import type { Applied, Preview } from './wire';

type Props = { open: KeptImport; asked: Asked; answer: Preview; all: Listed[]; applied: (answer: Applied) => void };

/** Says in numbers what is written by pressing it, and why it cannot be pressed yet. */
export const ApplyBar = memo(function ApplyBar({ open, asked, answer, all, applied }: Props) {
  const { t } = useTranslation();
  const choices = open.choices.now;
  const action = useAction(
    (input: { upload: string; generation: number; choices: typeof choices }, key) => apply(open.files, input.choices, input.generation, key),
    ['questions', 'question', 'imports', 'job-profiles'],
  );
  const written = toWrite(all, choices, answer.missing);
  const parts = [
    ...(written.added ? [t('review.count.new', { count: written.added })] : []),
    ...(written.changed ? [t('review.count.changed', { count: written.changed })] : []),
    ...(written.retired ? [t('review.count.retired', { count: written.retired })] : []),
    ...(written.requirements ? [t('review.count.requirements', { count: written.requirements })] : []),
  ];
  const asks = unconfirmed(answer, choices).length > 0;
  const outdated = action.error instanceof ApiProblem && action.error.status === 409;
  const whyNot = asks ? t('review.confirmFirst') : parts.length === 0 ? t('review.nothingNew') : asked.error ? t('review.notRead') : !asked.current ? t('review.readingAgain') : null;
  const press = () => {
    if (whyNot) return;
    action.mutate({ upload: open.upload, generation: answer.generation, choices: stillMissing(choices, answer.missing) }, {
      onSuccess: applied,
      onError: (error) => { if (error instanceof ApiProblem && error.code === 'CHANGED_MEANWHILE') void asked.again(); },
    });
  };
  return (
    <div className="applybar">
      {action.error && <Problem title={outdated ? t('review.bankChanged') : undefined} error={action.error} />}
      <div className="applyrow">
        <span className="grow small dim" role="status">{whyNot ?? t('review.applyWhat')}</span>
        <Button size="md" loading={action.isPending} disabled={whyNot !== null} onClick={press}>{parts.length > 0 ? t('review.apply', { what: parts.join(t('clause')) }) : t('review.applyNothing')}</Button>
      </div>
    </div>
  );
});
