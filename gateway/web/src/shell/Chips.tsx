import { Children, type ReactNode } from 'react';

/** Small facts in a line, a dot between them; what is empty is left out. */
export function Chips({ children }: { children: ReactNode }) {
  return (
    <span className="chips">
      {Children.toArray(children).filter((child) => child !== '').map((child, i) => <span key={i} className="chip">{child} </span>)}
    </span>
  );
}
