/**
 * How the numbers of an attack by gradient move: plainly or by Adam, and the generator network whose weights they are. It
 * knows {@code data} alone.
 */
package org.penumbra.fooling.descent;
