import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Proposal, ReportQuestion } from '../api/types';
import { useReasons } from '../scores/useReasons';
import { Problem } from '../shell/Problem';
import { Said } from './Said';
import { isFailure, keyOf, kindOf, needsReview } from './proposals';
import { useAccept } from './useReport';

type Props = { interview: string; q: ReportQuestion; mayAccept: boolean };

/** What other scorers say of an answer, beside the score that counts. */
export function Proposals({ interview, q, mayAccept }: Props) {
  const { t } = useTranslation();
  const accept = useAccept(interview);
  const found = q.proposals ?? [];
  if (found.length === 0) return null;
  return (
    <section className="proposals noprint" aria-label={t('proposal.section', { n: q.question })}>
      {found.map((proposal) => <Line key={keyOf(proposal.scorer)} proposal={proposal} q={q} accept={mayAccept ? accept.mutate : null} busy={accept.isPending} />)}
      <p className="tiny dim">{t('proposal.staffOnly')}{!mayAccept && `${t('gap')}${t('proposal.mayNot')}`}</p>
      <p className="unseen" role="status">{accept.isSuccess && t('proposal.accepted', { scorer: nameOf(t, accept.variables.scorer) })}</p>
      {accept.error && <Problem error={accept.error} />}
    </section>
  );
}

function Line({ proposal, q, accept, busy }: { proposal: Proposal; q: ReportQuestion; accept: ReturnType<typeof useAccept>['mutate'] | null; busy: boolean }) {
  const { t } = useTranslation();
  const { reason } = useReasons();
  const { scorer } = proposal;
  return (
    <div className="proposal">
      <div className="grow">
        {isFailure(proposal) ? <div className="dim">{t('proposal.failed')}</div> : (
          <>
            <div>{t(`proposal.${kindOf(scorer, q.scorer)}`)} <b className="nums"><Said {...proposal} /></b> {needsReview(proposal) && <span className="tag PARTLY">{t('proposal.review')}</span>}</div>
            {proposal.reason && <div className="small dim">{reason(proposal.reason)}</div>}
          </>
        )}
        <div className="tiny dim nums">{nameOf(t, scorer)}</div>
      </div>
      {accept && !isFailure(proposal) && <Button size="xs" variant="default" loading={busy} aria-label={t('proposal.acceptLabel', { scorer: nameOf(t, scorer), n: q.question })} onClick={() => accept({ scorer, questions: [q.question] })}>{t('proposal.accept')}</Button>}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

/** A scorer in words: its name, version and calibration. */
export const nameOf = (t: Translate, { name, version, calibration }: Proposal['scorer']) =>
  [`${name} ${version}`, ...(calibration ? [t('score.calibration', { name: calibration })] : [])].join(t('comma'));
