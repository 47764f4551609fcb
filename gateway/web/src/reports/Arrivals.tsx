import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportQuestion, ReportStatus } from '../api/types';

/** Tells who cannot see it that a score has come. */
export function Arrivals({ questions }: { questions: ReportQuestion[] }) {
  const { t } = useTranslation();
  const before = useRef(new Map<number, ReportStatus>());
  const [said, say] = useState('');
  useEffect(() => {
    const come = questions.filter((q) => q.status === 'SCORED' && before.current.get(q.question) === 'PENDING');
    before.current = new Map(questions.map((q) => [q.question, q.status]));
    if (come.length > 0) say(come.map((q) => t('report.triedAgain', { n: q.question })).join(t('gap')));
  }, [questions, t]);
  return <p className="unseen" role="status">{said}</p>;
}
