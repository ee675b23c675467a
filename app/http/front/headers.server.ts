import { NONCE, secureHeaders } from "hono/secure-headers";

/**
 * What every response says about itself. No inline script runs but one with this response's nonce.
 * HSTS and the upgrade to https follow the public address, or http://localhost would stop working.
 */
export function securityHeaders(publicUrl: string) {
  const https = publicUrl.startsWith("https:");
  return secureHeaders({
    strictTransportSecurity: https ? "max-age=31536000" : false,
    // no-referrer would make browsers post `Origin: null`, which no check can tell from an attack.
    referrerPolicy: "same-origin",
    xFrameOptions: "DENY",
    // Meant for browsers of long ago: thirty bytes each on every answer, for nobody.
    xDownloadOptions: false,
    xPermittedCrossDomainPolicies: false,
    xDnsPrefetchControl: false,
    xXssProtection: false,
    originAgentCluster: false,
    permissionsPolicy: { camera: [], microphone: [], payment: [], geolocation: ["self"] },
    contentSecurityPolicy: {
      defaultSrc: ["'self'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      objectSrc: ["'none'"],
      imgSrc: ["'self'", "data:"],
      scriptSrc: ["'self'", NONCE],
      styleSrc: ["'self'", NONCE],
      ...(https ? { upgradeInsecureRequests: [] } : {}),
    },
  });
}
