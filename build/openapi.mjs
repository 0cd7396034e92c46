#!/usr/bin/env node
// Writes web/shared/openapi.json and the types made from it, from what the server's tests have left in server/target:
// bin/ci api. With --check nothing is written: it fails when what is committed is not what the server says.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const check = process.argv[2] === "--check";
const root = join(import.meta.dirname, "..");
const web = join(root, "web");
const sorted = (value) =>
  Array.isArray(value)
    ? value.map(sorted)
    : value && typeof value === "object"
      ? Object.fromEntries(
          Object.keys(value)
            .sort()
            .map((key) => [key, sorted(value[key])]),
        )
      : value;

// where it runs is not part of what it offers
const { servers: _, ...document } = JSON.parse(
  readFileSync(join(root, "server", "target", "openapi.json"), "utf8"),
);
const json = `${JSON.stringify(sorted(document), null, 2)}\n`;

const folder = mkdtempSync(join(tmpdir(), "openapi-"));
writeFileSync(join(folder, "openapi.json"), json);
execFileSync(
  "npx",
  [
    "openapi-typescript",
    join(folder, "openapi.json"),
    "-o",
    join(folder, "types.ts"),
  ],
  {
    cwd: web,
    stdio: ["ignore", "ignore", "inherit"],
  },
);
const types = readFileSync(join(folder, "types.ts"), "utf8");

const targets = [
  [join(web, "shared", "openapi.json"), json],
  [join(web, "shared", "src", "api-types.ts"), types],
];
for (const [path, text] of targets) {
  if (!check) writeFileSync(path, text);
  else if (!existsSync(path) || readFileSync(path, "utf8") !== text) {
    console.error(
      `${path} is not what the server says: run bin/ci api and commit it`,
    );
    process.exitCode = 1;
  }
}
