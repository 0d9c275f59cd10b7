/**
 * Builds the application image and the installer out of what {@code mvn package} leaves: nothing of it gets into the program.
 * It stands among the test classes, so that the tests see it and the profile "dist" can run it.
 */
package org.penumbra.dist;
