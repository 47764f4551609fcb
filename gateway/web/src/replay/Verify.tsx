import { ActionIcon, Tooltip } from '@mantine/core';
import { IconShieldCheck, IconShieldQuestion, IconShieldX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../api/http';
import { canonical, sha256 } from './canonical';
import { viewOf } from './moment';
import type { Player } from './player';
import { usePlayback } from './usePlayback';

/** Whether this page has made the same of the journal as the service: both fold, and the digests are compared. */
export function Verify({ id, player }: { id: string; player: Player }) {
  const { t } = useTranslation();
  const position = usePlayback(player, ({ moment }) => moment?.position.sequence ?? null);
  const compare = useMutation({
    mutationFn: async () => {
      const { moment } = player.current();
      const at = moment!.position.sequence;
      const [service, here] = await Promise.all([
        get<{ sha256: string }>(`/api/rooms/${encodeURIComponent(id)}/digest?position=${at}`),
        sha256(canonical(viewOf(moment!))),
      ]);
      return { at, equal: service.sha256 === here, digest: here.slice(0, 12) };
    },
  });
  const found = compare.data?.at === position ? compare.data : undefined;
  const says = compare.isPending ? t('replay.verifying') : compare.error ? t('replay.notVerified') : found ? t(found.equal ? 'replay.verified' : 'replay.differs', { digest: found.digest }) : t('replay.verify');
  const Icon = found ? (found.equal ? IconShieldCheck : IconShieldX) : IconShieldQuestion;
  // What stands before the first position that is the viewer's has no digest of its own.
  if (position === null || !crypto.subtle) return null;
  return (
    <>
      <Tooltip label={says} multiline maw={280} withinPortal={false}>
        <ActionIcon variant="subtle" color="gray" size={34} radius="xl" aria-label={t('replay.verify')} loading={compare.isPending} data-verified={found?.equal} className="verify" onClick={() => { player.pause(); compare.mutate(); }}><Icon size={19} stroke={1.7} /></ActionIcon>
      </Tooltip>
      <span className="unseen" role="status">{(found || compare.error) && says}</span>
    </>
  );
}
