/**
 * Layers that go straight to the native matrix product. Element-wise work stays in Java, where the JIT vectorises it;
 * DL4J's containers are left out of the step (see {@code src/docs/decisions/0005-layers-on-openblas.md}). A layer is
 * arithmetic on arrays and knows nobody, so that it serves any network; it owns native memory, so only networks hold
 * one.
 */
package org.penumbra.net.layer;
