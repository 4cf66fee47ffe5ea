export { pinsDate, type ShippedPin, shippedPins } from "./pins.ts";
