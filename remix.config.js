/**
 * The one home of Remix's options; vite.config.ts hands them to the plugin.
 * Single fetch stays off: it keeps turbo-stream 2 (GHSA-rxv8-25v2-qmq8) out of reach (docs/decisions).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*"],
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_routeConfig: true,
    v3_lazyRouteDiscovery: true,
    v3_singleFetch: false,
  },
};
