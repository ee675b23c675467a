import * as v from "valibot";
import { Choices } from "#app/domain/shapes.ts";

/** The ids of the records that are still right. */
export const ConfirmForm = v.object({ records: Choices });
