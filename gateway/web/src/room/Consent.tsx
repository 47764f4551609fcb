import { Button, Skeleton } from '@mantine/core';
import { IconEye, IconLock, IconMessageChatbot, IconPencil, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { languageModelQuery } from '../api/queries';

type Props = { names: string; asked: boolean; agree: () => void };

/** Who and what will see the answers, and a yes to that. It is shown whole or not at all, so that nobody agrees to half of it. */
export function Consent({ names, asked, agree }: Props) {
  const { t } = useTranslation();
  const { data: model, isPending } = useQuery(languageModelQuery);
  if (isPending) return <div role="status" aria-label={t('loading')}><Skeleton height={28} mb={20} width="60%" /><Skeleton height={220} mb={20} /><Skeleton height={50} radius="xl" /></div>;
  return (
    <div>
      <h2>{t('consent.title')}</h2>
      <p className="dim">{t('consent.lead')}</p>
      <ul className="sees">
        <li><IconEye size={20} stroke={1.6} /><span>{t('consent.live', { names: names || t('capability.INTERVIEW') })}</span></li>
        <li><IconPencil size={20} stroke={1.6} /><span>{t('consent.scored')}</span></li>
        {model?.asked !== false && <li><IconMessageChatbot size={20} stroke={1.6} /><span>{t(model ? 'consent.languageModel' : 'consent.languageModelUnknown')}</span></li>}
        <li><IconShieldCheck size={20} stroke={1.6} /><span>{t('consent.report')}</span></li>
        <li><IconLock size={20} stroke={1.6} /><span>{t('consent.kept')}</span></li>
      </ul>
      <Button size="lg" autoFocus loading={asked} onClick={agree}>{t('consent.yes')}</Button>
      <p className="tiny dim" style={{ marginTop: 14 }}>{t('consent.no')}</p>
    </div>
  );
}
