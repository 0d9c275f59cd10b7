/**
 * The arithmetic of the benchmark beside other engines: rounds, ratios, what is refused, the table. It stands among the
 * tests and not beside the engines in {@code src/bench}, because it needs none of their heavy libraries and is then
 * tested by every build.
 */
package org.penumbra.speed;
