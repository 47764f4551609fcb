import { useOutletContext } from 'react-router';

/** What the frame around a view offers it. */
export type Frame = { openPalette: () => void };

export const useFrame = () => useOutletContext<Frame>();
