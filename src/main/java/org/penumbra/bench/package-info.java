/**
 * Tools of the makers: what measures the program and makes the README's pictures. They see the whole product, window
 * and commands included, and nobody knows them, so that the product does without them.
 */
package org.penumbra.bench;
