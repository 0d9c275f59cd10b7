/**
 * How evolution writes images down: each pixel on its own, or as small networks that paint. It knows {@code data} alone.
 */
package org.penumbra.fooling.encoding;
