import { Modal, type ModalProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useHold } from './useHold';

type Props = Omit<ModalProps, 'onClose' | 'closeButtonProps'> & { close: () => void };

/** A dialog that is there at once, so that what is typed right behind the key that opens it is typed into it. */
export const Dialog = (props: Props) => props.opened && <Opened {...props} />;

function Opened({ close, children, ...modal }: Props) {
  const { t } = useTranslation();
  const { hold } = useHold();
  return (
    <Modal {...modal} onClose={close} closeButtonProps={{ 'aria-label': t('close') }}>
      <div ref={hold} style={{ display: 'contents' }}>{children}</div>
    </Modal>
  );
}
