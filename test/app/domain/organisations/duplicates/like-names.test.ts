import { expect, test } from "vitest";
import { LikeNames } from "#app/domain/organisations/duplicates/like-names.ts";

function namesOf(...cores: string[]) {
  const names = new LikeNames();
  for (const core of cores) names.add(core);
  return names;
}

test("names are alike as pg_trgm has it, likest first, and asking twice is asking once", () => {
  const names = namesOf("magdalen st lunch", "rowing", "magdalen street lunch", "magdalen street choir");
  expect(names.alike("magdalen street lunch", 0.5)).toEqual([2, 0, 3]);
  expect(names.alike("magdalen street lunch", 0.5)).toEqual([2, 0, 3]);
  expect(names.alike("chess", 0.5)).toEqual([]);
});

test("the same name is found however many there are", () => {
  const names = namesOf(
    ...Array.from({ length: 3000 }, (_, at) => (at % 1500 === 7 ? "lunch" : `hall ${at}`)),
  );
  expect(names.same("lunch")).toEqual([7, 1507]);
  expect(names.alike("lunch", 1)).toEqual([7, 1507]);
});
