/** Starts the embedded database's thread; plain JavaScript, because a thread does not inherit the TypeScript loader. */
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
await import('./database-thread.ts');
