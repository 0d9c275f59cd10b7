/**
 * Networks of images: their training, their answers, the curvature at an image. A network learns from data, so image
 * sets and layers are known here; what its answers mean is decided elsewhere.
 */
package org.penumbra.net.image;
