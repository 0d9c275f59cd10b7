/**
 * DL4J's form of our networks: a yardstick for their arithmetic, what is exported, and training by DL4J's layers. It is
 * made from ours and so knows them all; ours must not need it.
 */
package org.penumbra.net.stock;
