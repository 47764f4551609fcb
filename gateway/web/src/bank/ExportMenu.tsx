import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '../api/http';
import { Problem } from '../shell/Problem';

const FORMATS = { markdown: 'md', jsonl: 'jsonl', anki: 'txt', csv: 'csv' } as const;
type Format = keyof typeof FORMATS;

/** Milliseconds in which every browser has begun to write the file; before that the address has to stay. */
const BEGUN = 60_000;

function saveAs(bytes: Blob, name: string) {
  const address = URL.createObjectURL(bytes);
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), BEGUN);
}

/** The whole bank as a file, in the format of one's choice. */
export function ExportMenu() {
  const { t } = useTranslation();
  const make = useMutation({
    mutationFn: (format: Format) => download(`/api/bank/export?format=${format}`),
    onSuccess: (bytes, format) => saveAs(bytes, `mockingbird-bank.${FORMATS[format]}`),
  });
  return (
    <>
      <Menu position="bottom-end" withinPortal={false} withInitialFocusPlaceholder={false} width={290}>
        <Menu.Target><Button variant="default" loading={make.isPending} leftSection={<IconDownload size={16} />}>{t('export.title')}</Button></Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(FORMATS) as Format[]).map((format) => (
            <Menu.Item key={format} onClick={() => make.mutate(format)}>{t(`export.${format}`)}<div className="tiny">{t(`export.${format}Text`)}</div></Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {make.error && <div style={{ flexBasis: '100%' }}><Problem error={make.error} retry={() => make.variables && make.mutate(make.variables)} /></div>}
    </>
  );
}
