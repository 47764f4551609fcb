/** The interpreter's version, which is part of its address. */
declare const __PYODIDE__: string;
