import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import { devContext } from "./app/http/front/dev.server.ts";
import remixConfig from "./remix.config.js";

const modules = fileURLToPath(new URL("./node_modules", import.meta.url));

export default defineConfig({
  plugins: [devContext(), remix(remixConfig)],
  css: { preprocessorOptions: { scss: { quietDeps: true, loadPaths: [modules] } } },
  build: { target: "es2022", assetsInlineLimit: 0 },
  esbuild: { target: "es2022" },
  optimizeDeps: { esbuildOptions: { target: "es2022" } },
});
