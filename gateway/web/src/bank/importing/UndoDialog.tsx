import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { post } from '../../api/http';
import { useAction } from '../../api/queries';
import type { PastImport, Undone } from '../../api/types';
import { Dialog } from '../../shell/Dialog';
import { Problem } from '../../shell/Problem';
import { useWhen } from '../../shell/when';
import { UndoneImport } from './UndoneImport';

type Props = { what: Pick<PastImport, 'batch' | 'source' | 'at'>; close: () => void; undone?: (what: Undone) => void };

/** Says what undoing an import does before it is done, and afterwards what came of it, unless somebody else does. */
export function UndoDialog({ what, close, undone }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const undo = useAction((batch: string, key) => post<Undone>(`/api/bank/imports/${encodeURIComponent(batch)}/undo`, {}, key), ['questions', 'question', 'imports', 'job-profiles']);
  return (
    <Dialog opened close={close} title={t('imports.undoTitle', { source: what.source })}>
      {undo.data ? (
        <>
          <UndoneImport undone={undo.data} />
          <div className="choices"><Button onClick={close}>{t('close')}</Button></div>
        </>
      ) : (
        <>
          <p style={{ marginTop: 0 }}>{t('imports.undoText', { when: when.at(what.at) })}</p>
          {undo.error && <Problem error={undo.error} />}
          <div className="choices">
            <Button variant="default" data-autofocus onClick={close}>{t('cancel')}</Button>
            <Button loading={undo.isPending} onClick={() => undo.mutate(what.batch, { onSuccess: undone })}>{t('imports.undoYes')}</Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
