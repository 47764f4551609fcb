import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const groups = {
  'shortcuts.everywhere': [['Ctrl K', 'palette.open'], ['?', 'shortcuts.title'], ['g h', 'nav.home'], ['g b', 'nav.bank'], ['g i', 'nav.interviews'], ['g n', 'home.new'], ['g s', 'nav.settings']],
  'nav.bank': [['/', 'shortcuts.search'], ['↑ ↓', 'shortcuts.move'], ['Enter', 'shortcuts.open'], ['p', 'shortcuts.pick']],
  'shortcuts.room': [['Alt A', 'shortcuts.ask'], ['Alt H', 'shortcuts.hint'], ['Alt N', 'shortcuts.note'], ['Alt C', 'shortcuts.chat'], ['Alt E', 'shortcuts.editor'], ['Ctrl Enter', 'shortcuts.submit']],
} as const;

export default function Shortcuts({ close }: { close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={close} title={t('shortcuts.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      {Object.entries(groups).map(([group, keys]) => (
        <section key={group}>
          <h3 className="dim small" style={{ margin: '14px 0 4px' }}>{t(group)}</h3>
          <dl style={{ margin: 0 }}>
            {keys.map(([key, what]) => (
              <div key={key} style={{ display: 'flex', justifyContent: 'space-between', padding: '5px 0' }}>
                <dt>{t(what)}</dt>
                <dd style={{ margin: 0 }}>{key.split(' ').map((k) => <kbd key={k} style={{ marginLeft: 4 }}>{k}</kbd>)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
