/**
 * Sets of images: IDX files, folders of pictures, built-in digits, noise and clutter. They are made of pictures, so
 * they know those and the ground; where files are kept is decided in the home.
 */
package org.penumbra.data.image;
