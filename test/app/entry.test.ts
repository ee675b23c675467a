import type { AppLoadContext } from "@remix-run/node";
import { expect, it, vi } from "vitest";
import { handleError } from "#app/entry.server.tsx";

function report(thrown: unknown, signal?: AbortSignal) {
  const error = vi.fn();
  const request = new Request("http://localhost/meetings/1?q=private", signal ? { signal } : {});
  const context = { log: { error } } as unknown as AppLoadContext;
  handleError(thrown, { request, context, params: {} });
  return error.mock.calls;
}

it("logs one line for a fault of ours, with the path but not what was asked in the query", () => {
  const fault = new Error("broken");
  expect(report(fault)).toEqual([[{ err: fault, method: "GET", path: "/meetings/1" }, "request failed"]]);
});

it("says nothing of an address that leads nowhere, nor of somebody who left", () => {
  expect(report({ status: 404, data: null })).toEqual([]);
  expect(report(new Error("broken"), AbortSignal.abort())).toEqual([]);
});

it("does log an answer that is itself a fault", () => {
  expect(report({ status: 500 })).toHaveLength(1);
});
