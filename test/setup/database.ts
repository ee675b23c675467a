import { inject } from "vitest";
import { connect } from "#db/client.server.ts";

/** Every test file has a process of its own, and its own clone of the migrated template (about 20 ms). */
const name = `worker_${process.pid}`;
const admin = connect(databaseUrl("postgres"), { pool: 1 });
await admin.sql.unsafe(`drop database if exists ${name}`);
await admin.sql.unsafe(`create database ${name} template template_migrated`);
await admin.end();
process.env.DATABASE_URL = databaseUrl(name);

function databaseUrl(database: string): string {
  return inject("clusterUrl").replace("DATABASE", database);
}
