// @ts-check
import { call } from "./backend.js";

const about = await call("about", {});
const place = document.getElementById("host");
if (place) place.textContent = about.who;
