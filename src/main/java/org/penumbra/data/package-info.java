/**
 * The ground everything stands on: seeds, chance, mini-batches, ranges, tables and whole files. It knows nobody, as
 * everybody knows it.
 */
package org.penumbra.data;
