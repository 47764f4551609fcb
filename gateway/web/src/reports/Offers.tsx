import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report } from '../api/types';
import { Problem } from '../shell/Problem';
import { nameOf } from './Proposals';
import { differs, offers, keyOf, type Offer } from './proposals';
import { Said } from './Said';
import { useAccept } from './useReport';

/** What other scorers would change about a whole interview, before anybody lets it. */
export function Offers({ report, mayAccept }: { report: Report; mayAccept: boolean }) {
  const { t } = useTranslation();
  const accept = useAccept(report.interview);
  const made = offers(report).filter(({ kind, changes }) => kind !== 'other' || changes.some(({ now, proposal }) => differs(proposal, now)));
  const said = accept.isSuccess ? t('proposal.accepted', { scorer: nameOf(t, accept.variables.scorer) }) : '';
  return (
    <div className="noprint">
      <p className="unseen" role="status">{said}</p>
      {made.map((offer) => <Changes key={keyOf(offer.scorer)} offer={offer} report={report} accept={mayAccept ? () => accept.mutate({ scorer: offer.scorer }) : null} busy={accept.isPending} />)}
      {accept.error && <Problem error={accept.error} />}
    </div>
  );
}

function Changes({ offer, report, accept, busy }: { offer: Offer; report: Report; accept: (() => void) | null; busy: boolean }) {
  const { t } = useTranslation();
  const { changes, overall, kind, scorer } = offer;
  const name = nameOf(t, scorer);
  const differ = changes.filter(({ now, proposal }) => differs(proposal, now));
  return (
    <details className="offer" open={kind === 'newer' || kind === 'recalibrated'}>
      <summary>{t(`proposal.title.${kind}`)} <span className="tiny dim nums">{name}</span></summary>
      {differ.length === 0 ? <p className="small dim">{t('proposal.same')}</p> : (
        <div className="tablebox" tabIndex={0} role="region" aria-label={t(`proposal.title.${kind}`)}>
          <table className="nums">
            <thead><tr><th scope="col">{t('proposal.question')}</th><th scope="col">{t('proposal.now')}</th><th scope="col">{t('proposal.would')}</th></tr></thead>
            <tbody>
              {differ.map(({ question, title, now, proposal }) => (
                <tr key={question}><th scope="row"><a href={`#q${question}`}>{question}</a> <span className="dim">{title}</span></th><td><Said {...now} /></td><td><Said {...proposal} /></td></tr>
              ))}
            </tbody>
            <tfoot><tr><th scope="row">{t('proposal.overall')}</th><td>{overall.now ?? t('proposal.none')}</td><td>{overall.would ?? t('proposal.none')}</td></tr></tfoot>
          </table>
        </div>
      )}
      <p className="small dim">{t(report.released ? 'proposal.whatShown' : 'proposal.whatHidden')}</p>
      <div className="tools">
        {accept ? <Button size="sm" variant="default" loading={busy} aria-label={t('proposal.acceptAllLabel', { scorer: name })} onClick={accept}>{t('proposal.acceptAll')}</Button> : <span className="small dim">{t('proposal.mayNot')}</span>}
        <span className="tiny dim">{t('proposal.staffOnly')}</span>
      </div>
    </details>
  );
}
