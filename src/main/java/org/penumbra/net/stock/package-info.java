/**
 * DL4J's form of our networks: a yardstick for their arithmetic, and what is exported. It is made from ours and so
 * knows them all; ours must not need it.
 */
package org.penumbra.net.stock;
