import { defineConfig } from 'prisma/config';

/** Only `prisma generate` reads this; migrations are applied by the server itself at start. */
export default defineConfig({
  schema: 'schema.prisma',
  migrations: { path: 'migrations' },
});
