import { useMediaQuery } from '@mantine/hooks';

/** The same width as in app.css, below which the desk shows one pane at a time. */
export const useNarrow = () => useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false }) ?? false;
