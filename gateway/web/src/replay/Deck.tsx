import { ActionIcon, Button, Menu, Switch, Tooltip } from '@mantine/core';
import { IconChevronDown, IconPlayerPauseFilled, IconPlayerPlayFilled, IconPlayerTrackNextFilled, IconPlayerTrackPrevFilled, IconRewindBackward5, IconRewindForward5 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { clock } from '../shell/when';
import { replayKeys, type ReplayAction } from './keys';
import { since } from './landmarks';
import { RATES } from './player';
import { Strip, type StripProps } from './Strip';
import { usePlayback, useSecond } from './usePlayback';

type Props = StripProps & { doings: Record<ReplayAction, () => void> };

export function Deck(props: Props) {
  const { player, axis, doings } = props;
  const { t } = useTranslation();
  const playing = usePlayback(player, (p) => p.playing);
  const rate = usePlayback(player, (p) => p.rate);
  const skipsIdle = usePlayback(player, (p) => p.skipsIdle);
  const hop = usePlayback(player, (p) => p.hop);
  // Shorter ones pass by before anybody could read it.
  const long = hop !== null && hop.to - hop.from >= 10_000;
  const second = useSecond(player);
  const button = (action: ReplayAction, icon: React.ReactNode, className?: string) => (
    <Tooltip withinPortal={false} label={<>{t(`replay.${action}`)} <kbd>{replayKeys[action].shown}</kbd></>}>
      <ActionIcon className={className} variant="subtle" color="gray" size={38} radius="xl" aria-label={t(`replay.${action}`)} onClick={doings[action]}>{icon}</ActionIcon>
    </Tooltip>
  );
  return (
    <section className="deck" aria-label={t('replay.deck')}>
      <Strip {...props} />
      <div className="transport">
        <div className="clockface mono nums" aria-hidden><b>{since(axis.from, second)}</b><span> / {since(axis.from, props.over)}</span></div>
        <div className="levers">
          {button('previous', <IconPlayerTrackPrevFilled size={17} />)}
          {button('back', <IconRewindBackward5 size={21} stroke={1.7} />)}
          <ActionIcon variant="filled" size={48} radius="xl" aria-label={t(playing ? 'replay.pause' : 'replay.play')} onClick={doings.play} data-playing={playing}>
            {playing ? <IconPlayerPauseFilled size={22} /> : <IconPlayerPlayFilled size={22} />}
          </ActionIcon>
          {button('forward', <IconRewindForward5 size={21} stroke={1.7} />)}
          {button('next', <IconPlayerTrackNextFilled size={17} />)}
        </div>
        <div className="settings">
          <span className="hop small nums" data-on={long}>{long && t('replay.skipping', { time: clock((hop.to - hop.from) / 1000) })}</span>
          <Switch size="sm" label={t('replay.skipIdle')} checked={skipsIdle} onChange={(e) => player.skipIdle(e.currentTarget.checked)} />
          <Menu position="top-end" width={120} withinPortal={false} withInitialFocusPlaceholder={false}>
            <Menu.Target><Button variant="default" size="xs" className="nums" aria-label={t('replay.rateIs', { rate })} rightSection={<IconChevronDown size={13} />}>{rate}×</Button></Menu.Target>
            <Menu.Dropdown>
              {RATES.map((it) => <Menu.Item key={it} className="nums" aria-current={it === rate} fw={it === rate ? 650 : undefined} onClick={() => player.setRate(it)}>{it}×</Menu.Item>)}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
    </section>
  );
}
